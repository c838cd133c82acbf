import type { Interaction } from "./exchange.ts";
import { fieldValue, type RequestMessage } from "./message/message.ts";

/**
 * What makes a browser send a request: a click on a link, an address typed, a form submitted, a call of fetch by the page's
 * script, a part that a page names, Reload, a redirect that it follows.
 */
export const acts = ["link", "address", "form", "script", "part", "reload", "redirect"] as const;

export type Act = (typeof acts)[number];

/** The act behind a request of which nobody says what it was, as far as the message tells. */
export function actOf({ method, target, fields }: RequestMessage): Act {
  const type = (fieldValue(fields, "Content-Type") ?? "").toLowerCase();
  const accept = (fieldValue(fields, "Accept") ?? "text/html").toLowerCase();
  if (fields.some(({ name }) => !byAnyNavigation.test(name))) return "script";
  if (method === "POST" && formTypes.test(type)) return "form";
  if (method !== "GET") return "script";
  if (accept.startsWith("text/css") || accept.startsWith("image/")) return "part";
  if (!accept.includes("html")) return "script";
  if (fields.some(({ name }) => /^(?:if-none-match|if-modified-since)$/i.test(name))) return "reload";
  return target.includes("?") ? "form" : "link";
}

/** Why a browser cannot have sent this request for such an act, as the end of "found …"; null where it can. */
export function contradiction(act: Act, { method, fields, content }: RequestMessage): string | null {
  if (act === "script") return null;
  const own = fields.find(({ name }) => !byAnyNavigation.test(name));
  if (own && act !== "part") return `the field ${own.name}, which only a script can ask for`;
  if (act === "redirect" || act === "reload") return null;
  if (act === "form") return method === "GET" || method === "POST" ? null : `the method ${method}, which no form has`;
  if (method !== "GET") return `the method ${method}, which no ${nouns[act]} makes`;
  return content === "" ? null : "content, which goes with no GET of a browser";
}

const nouns = { link: "link", address: "typed address", part: "part of a page" } as const;

/** The media types that a form can choose for its data (HTML, "enctype"). */
const formTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/;

// All others are sent only because a script asks for them.
const byAnyNavigation =
  /^(?:host|accept(?:-encoding|-language)?|user-agent|content-(?:length|type)|connection|cookie|origin|referer|authorization|cache-control|pragma|dnt|if-modified-since|if-none-match|sec-.*|upgrade-insecure-requests)$/i;

/** The act behind a request that somebody made of a recorded one: the same, as long as it fits. */
export function actAfterEdit(changed: RequestMessage, offered: RequestMessage, { kind }: Interaction): Act {
  const act = acts.find((each) => each === kind);
  const isSaid = act !== undefined && act !== actOf(offered);
  return isSaid && contradiction(act, changed) === null ? act : actOf(changed);
}

/** Stage 1 of a request that was recorded: what was done. */
export function recordedInteraction(request: RequestMessage, act: Act = actOf(request)): Interaction {
  if (act === "redirect") return followsRedirect;
  if (act === "part") return { kind: "part", text: namedByPage(partKind(request)).text };
  const did = {
    link: "You click a link.",
    address: "You type an address and press Enter.",
    form: request.method === "GET" ? "You submit a search form." : "You submit a form.",
    script: "A script in the page calls fetch.",
    reload: "You press Reload: the browser asks again for the page that it shows.",
  };
  return { kind: act, text: did[act] };
}

/** Stage 1 of a request that a demo sends: what the Send button stands for. */
export function sendInteraction(request: RequestMessage, act: Act = actOf(request)): Interaction {
  const standsFor = {
    link: "clicking a link",
    address: "typing an address and pressing Enter",
    form: request.method === "GET" ? "submitting a search form" : "submitting a form",
    script: "an action that the page’s own script turns into a request",
    part: `what the browser does by itself: the page names ${partNames[partKind(request)] ?? "a file"}`,
    reload: "pressing Reload",
    redirect: "what the browser does by itself: it follows a redirect",
  };
  return { kind: act, text: `You press Send. It stands for ${standsFor[act]}.` };
}

/** Stage 1 of a request that somebody writes by hand, line by line, and no browser sends. */
export const byHand: Interaction = {
  kind: "hand",
  text: "You write this message by hand, and it is sent as it stands. No browser sends such a message.",
};

/** Stage 1 of the request that follows a redirect. */
export const followsRedirect: Interaction = {
  kind: "redirect",
  text: "Nobody acts: the browser follows the redirect by itself.",
};

/** Stage 1 of a request that no click or form explains. */
export const ownButton: Interaction = {
  kind: "history",
  text: "You use Back, Forward or Reload of your own browser, which asks again.",
};

/** Stage 1 of a request for a part of a page; `destination` is Fetch's word for what it is. */
export function namedByPage(destination: string): Interaction {
  const what = partNames[destination] ?? "a file";
  return { kind: "part", text: `Nobody acts: the page names ${what}, and the browser asks for it by itself.` };
}

const partNames: Readonly<Record<string, string>> = { style: "a style sheet", image: "a picture", font: "a font" };

/** Fetch's word for the part of a page that a request asks for, by what it accepts and how its path ends. */
function partKind({ target, fields }: RequestMessage): string {
  const accept = fieldValue(fields, "Accept") ?? "";
  const path = target.split("?")[0] ?? "";
  if (accept.startsWith("text/css") || path.endsWith(".css")) return "style";
  return accept.startsWith("image/") || /\.(?:svg|png|jpe?g|gif|webp|avif|ico)$/.test(path) ? "image" : "";
}

/** Whether the browser made a request without an act of the user. */
export function isByItself({ kind }: Interaction): boolean {
  return kind === "redirect" || kind === "part";
}
