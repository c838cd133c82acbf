import { type Html, html } from "../../html.ts";

const icon = (path: string): Html => html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${path}"/></svg>`;

const buttons = [
  ["back", "Back", icon("M12.5 4.5 7 10l5.5 5.5")],
  ["forward", "Forward", icon("M7.5 4.5 13 10l-5.5 5.5")],
  ["reload", "Reload", icon("M15.5 10a5.5 5.5 0 1 1-1.6-3.9L16 8.2M16 4v4.2h-4.2")],
] as const;

/**
 * A browser before it has asked for anything: its bar with an address in it, an empty page, a line for its outcomes.
 * The name of its client sets that line apart from others in the page.
 */
export function miniBrowserView(client: string, name: string, address: string, isQuiet: boolean): Html {
  return html`<form class="browser-bar" aria-label="${name}">${buttons.map(
    ([value, label, drawing]) =>
      html`<button type="button" value="${value}" aria-label="${label}" title="${label}">${drawing}</button>`,
  )}<input aria-label="Address" value="${address}" inputmode="url" enterkeyhint="go" autocapitalize="off" autocomplete="off" spellcheck="false"><button class="go" value="go">Go</button></form><div class="browser-page">${sentenceView(sentences.idle)}</div><p class="browser-status" id="${client}-says"${!isQuiet && html` role="status"`}></p>`;
}

/** What stands in a page's place where there is no page. */
export function sentenceView(text: string): Html {
  return html`<p tabindex="-1">${text}</p>`;
}

/** What is said where there is no page. The first sentence of each is also what is announced. */
export const sentences = {
  idle: "Nothing has been asked for yet, so there is nothing to show. Press Go to ask for the address above.",
  notTheMock:
    "Something other than the mock server answered, so its page is not shown. Reload this page, then try again.",
  noResponse: (why: string) =>
    `No response came. ${why} That is an error of the network, not of HTTP. Your browser drew an error page of its own, which is left out here.`,
  noAnswer: "No answer came in time. Nobody can tell from here whether the request reached the mock server. Try again.",
  stays: (status: string) => `${status}. Nothing came to show, so the page stays.`,
  notShown: (status: string) => `${status}. The browser does not show content of this kind, so the page stays.`,
  notFollowed: (status: string) => `${status}. The browser asked no further, so the page stays.`,
  ownErrorPage: (status: string) =>
    `${status}, and no page that the browser can show. It drew an error page of its own, which is left out here.`,
};
