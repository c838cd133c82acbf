let needScripts: boolean | undefined;

/**
 * Whether this browser, like WebKit, neither hears what happens in a frame nor lets the worker serve it, unless the frame's
 * `sandbox` allows scripts. What an empty frame does with an event tells.
 */
export function framesNeedScripts(): boolean {
  needScripts ??= isDeaf();
  return needScripts;
}

/** An iframe for documents of the mock server. No script of theirs runs in it: their own policy bars them in any browser. */
export function mockFrame(title: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", framesNeedScripts() ? `${strict} allow-scripts` : strict);
  frame.title = title;
  return frame;
}

const strict = "allow-same-origin allow-forms";

function isDeaf(): boolean {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", strict);
  frame.hidden = true;
  document.body.append(frame);
  let isHeard = false;
  frame.contentWindow?.addEventListener("probe", () => {
    isHeard = true;
  });
  frame.contentWindow?.dispatchEvent(new Event("probe"));
  frame.remove();
  return !isHeard;
}
