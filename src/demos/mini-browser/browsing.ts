import type { Exchange, Interaction } from "../../http/exchange.ts";
import { followsRedirect, namedByPage, ownButton } from "../../http/interaction.ts";
import { libraryOrigin } from "../../http/message/whole-request.ts";
import { keepsPage } from "../../http/rules/content.ts";
import { redirectTarget } from "../../http/rules/redirect.ts";
import { exchangeFromReport } from "../../lab/page/exchange-from-report.ts";
import type { Report } from "../../lab/protocol.ts";
import { historyLimit } from "../kit/demo-history.ts";
import { sentences } from "./figure.ts";
import { type Intent, intentBehind } from "./page-actions.ts";
import { arrive, emptyHistory, neighbour, type TabHistory, type Travel, travelTo } from "./tab-history.ts";

// What a small browser knows, and what becomes of it with each thing that happens. Nothing here touches a document.

/** What a small browser knows. */
export interface Browsing {
  readonly phase: "ready" | "sending" | "done" | "failed";
  readonly history: TabHistory;
  readonly visit: Visit | null;
  /** How many visits have begun: what was begun for an earlier one no longer counts. */
  readonly turn: number;
  /** The reader's latest acts that no request has been heard of yet. */
  readonly intents: readonly Intent[];
  /** How the tab travels to another place in the same page. */
  readonly travel: Travel | null;
  /** The document that was on show when the last visit ended. Parts of it may still be on their way. */
  readonly drawn: object | null;
}

/** From an action of the reader until the browser has done with what came. */
interface Visit {
  readonly intent: Intent | null;
  /** Null where the browser's own buttons were used: then only the URL tells. */
  readonly travel: Travel | null;
  /** The document that was on show before. */
  readonly from: object | null;
  /** The last answer: where it redirects, another follows. */
  readonly answer: Exchange | null;
  readonly loaded: boolean;
}

/** What a frame shows; none of it is known before the first page has come. */
export interface FramePage {
  /** It tells one page from another; null where the browser shows what this page may not read: an error page of its own. */
  readonly document: object | null;
  /** The target, with its fragment, of the mock server's page; null where it is none. */
  readonly target: string | null;
  readonly title: string;
}

/** What is waited for, each within a limit. */
export type Wait =
  /** An answer, or the request that follows a redirect, or the parts of a page. */
  | "answer"
  /** The report of a page that is there, or the page of a report that nothing may follow. */
  | "report"
  /** The page of an answer. */
  | "page";

export type BrowsingEvent =
  /** The reader asks for an address. */
  | { readonly type: "go"; readonly to: URL; readonly act: Interaction; readonly travel: Travel }
  /** The reader asks for the page on show again; `address` is asked for where there is none. */
  | { readonly type: "reload"; readonly text: string; readonly address: string }
  /** The reader follows a link or sends a form of the page. */
  | { readonly type: "act"; readonly intent: Intent }
  /** The reader does something by which no request is made. */
  | { readonly type: "stay"; readonly why: string }
  /** The page is the same, and its address has another fragment. */
  | { readonly type: "move" }
  /** A request of this client reached the server. */
  | { readonly type: "report"; readonly report: Report }
  /** The frame has loaded a page. */
  | { readonly type: "load" }
  /** All that the server answered until now has been heard of. */
  | { readonly type: "caught-up"; readonly turn: number }
  /** What is waited for has not come in time. */
  | { readonly type: "late"; readonly wait: Wait }
  /** The mock server is gone. */
  | { readonly type: "broken"; readonly why: string };

/** What is to be done, in this order. */
export type Effect =
  /** Navigate the frame, or let it ask again. */
  | { readonly do: "open"; readonly target: string }
  | { readonly do: "reload" }
  /** Wait, instead of whatever was waited for; null waits for nothing. */
  | { readonly do: "wait"; readonly for: Wait | null }
  /** Say when all that the server answered has been heard of. */
  | { readonly do: "catch-up"; readonly turn: number }
  /** Say an outcome; `stay` also tells the demo around that no request is made. */
  | { readonly do: "say" | "stay"; readonly text: string }
  | { readonly do: "tell"; readonly exchange: Exchange }
  /** Listen to the page on show, whole or in part. */
  | { readonly do: "listen" }
  /** Keep the page from sight until it is known whose it is. */
  | { readonly do: "hide" }
  /** Show the address of the page that has come. */
  | { readonly do: "arrive"; readonly url: string }
  /** Put a sentence in the page's place. */
  | { readonly do: "close"; readonly sentence: string }
  /** The browser has done with what came. */
  | { readonly do: "end" };

type Step = readonly [Browsing, readonly Effect[]];

export const freshBrowsing: Browsing = {
  phase: "ready",
  history: emptyHistory,
  visit: null,
  turn: 0,
  intents: [],
  travel: null,
  drawn: null,
};

/** What a small browser knows after an event, and what it does; `page` is what its frame shows, null where nothing yet. */
export function browse(state: Browsing, event: BrowsingEvent, page: FramePage | null): Step {
  switch (event.type) {
    case "go":
      return go(state, event, page);
    case "reload":
      return reload(state, event, page);
    case "act":
      return begin(state, event.intent, "new", page?.document ?? null);
    case "stay":
      return [state, [{ do: "stay", text: event.why }]];
    case "move":
      return arrived(state, state.travel, page);
    case "report":
      return reported(state, event.report);
    case "load":
      return loaded(state, page);
    case "caught-up":
      return event.turn === state.turn ? drawn(state, page) : [state, []];
    case "late":
      return late(state, event.wait, page);
    case "broken":
      return closed(state, event.why);
  }
}

const samePage =
  "Only the part after # is another. The browser finds the place in the page that it has and asks nobody.";

function go(
  state: Browsing,
  { to, act: { kind, text }, travel }: Extract<BrowsingEvent, { type: "go" }>,
  page: FramePage | null,
): Step {
  const target = to.pathname + to.search;
  const isSame = page?.target?.split("#")[0] === target && (to.hash !== "" || kind === "history");
  if (!isSame) {
    const intent: Intent = { kind, text, path: to.pathname, method: "GET" };
    return and(begin(state, intent, travel, page?.document ?? null), { do: "open", target: target + to.hash });
  }
  // With its fragment empty, not absent, an address still names a place in the same page.
  const effects: Effect[] = [
    { do: "stay", text: samePage },
    { do: "open", target: target + (to.hash || "#") },
  ];
  return [{ ...state, travel, phase: "done" }, effects];
}

function reload(
  state: Browsing,
  { text, address }: Extract<BrowsingEvent, { type: "reload" }>,
  page: FramePage | null,
): Step {
  if (page?.target) {
    const { pathname } = new URL(page.target, libraryOrigin);
    const intent: Intent = { kind: "reload", text, path: pathname, method: null };
    return and(begin(state, intent, "same", page.document), { do: "reload" });
  }
  const to = new URL(neighbour(state.history, "same") ?? address);
  return go(state, { type: "go", to, act: { kind: "reload", text }, travel: "same" }, page);
}

function begin(state: Browsing, intent: Intent | null, travel: Travel | null, from: object | null): Step {
  return [
    {
      ...state,
      phase: "sending",
      visit: { intent, travel, from, answer: null, loaded: false },
      turn: state.turn + 1,
      intents: intent ? [...state.intents, intent].slice(-5) : state.intents,
    },
    [
      { do: "say", text: "Asking …" },
      { do: "wait", for: "answer" },
    ],
  ];
}

function reported(state: Browsing, report: Report): Step {
  // Nothing in the frame runs scripts, so a fetch comes from elsewhere in the page.
  if (report.destination === "") return [state, []];
  if (report.destination !== "iframe" && report.destination !== "document") {
    const exchange = exchangeFromReport(report, null, namedByPage(report.destination), null);
    return [state, [{ do: "tell", exchange }, { do: "listen" }]];
  }
  const { visit } = state;
  if (visit?.answer && redirectTarget(visit.answer) === report.request.target) {
    return answered(state, report, followsRedirect);
  }
  const intent = intentBehind(report.request, state.intents);
  const known = { ...state, intents: state.intents.filter((each) => each !== intent) };
  if (intent) {
    // The answers to several acts may overtake each other: only the latest act's is waited for.
    if (intent === visit?.intent) return answered(known, report, interactionOf(intent));
    return [known, [{ do: "tell", exchange: exchangeFromReport(report, null, interactionOf(intent), null) }]];
  }
  // Its page may stand in the frame already, so what it leaves is the page that was drawn.
  const [begun, effects] = visit?.intent === null ? [known, []] : begin(known, null, null, state.drawn);
  const [after, more] = answered(begun, report, ownButton);
  return [after, [...effects, ...more]];
}

/** The answer of the visit has come. */
function answered(state: Browsing, report: Report, interaction: Interaction): Step {
  const exchange = exchangeFromReport(report, null, interaction, null);
  const { visit } = state;
  const tell: Effect = { do: "tell", exchange };
  if (!visit) return [state, [tell]];
  const [after, effects] = settle({ ...state, visit: { ...visit, answer: exchange } });
  return [after, [tell, ...effects]];
}

function loaded(state: Browsing, page: FramePage | null): Step {
  if (!page) return [state, []];
  const [begun, effects] = state.visit ? [state, []] : begin(state, null, null, null);
  const visit = begun.visit as Visit;
  if (page.document && [visit.from, state.drawn].includes(page.document)) return [state, []];
  const now = { ...begun, visit: { ...visit, loaded: true } };
  if (!visit.answer) {
    // Its report may be on its way. Until it is here, nobody knows whose page this is.
    return [now, [...effects, { do: "hide" }, { do: "wait", for: "report" }]];
  }
  const [after, more] = settle(now);
  return [after, [...effects, ...more]];
}

/** What the visit's answer leads to, and what is waited for until then. */
function settle(state: Browsing): Step {
  const { visit, turn } = state;
  if (!visit?.answer) return [state, []];
  const { answer, loaded } = visit;
  const wait = (what: Wait): Step => [state, [{ do: "wait", for: what }]];
  if (!answer.response) return closed(state, sentences.noResponse(answer.failure?.text ?? ""));
  const { status } = answer.response;
  if (redirectTarget(answer) !== null) return wait(loaded ? "report" : "answer");
  if (keepsPage(status)) return ended(state, sentences.stays(statusLine(answer)));
  // What comes with a 304 is the browser's own copy, if it has one. It asked whether that is still good.
  if (!loaded) return wait(status === 304 && !isConditional(answer) ? "report" : "page");
  return [state, [{ do: "wait", for: null }, { do: "listen" }, { do: "catch-up", turn }]];
}

/** The page is there with all its parts, and each of their requests has been heard of. */
function drawn(state: Browsing, page: FramePage | null): Step {
  const { visit } = state;
  if (!visit?.answer?.response) return [state, []];
  const { status, content } = visit.answer.response;
  if (!page?.document) return closed(state, sentences.ownErrorPage(statusLine(visit.answer)));
  const [here, effects] = arrived(state, visit.travel, page);
  const name = page.title || libraryOrigin + (page.target ?? "");
  const isCopy = status === 304 && isConditional(visit.answer);
  const shown = isCopy
    ? `Shown: ${name}, from the copy that your browser has kept`
    : content === ""
      ? "Nothing came to show"
      : `Shown: ${name}`;
  const [after, more] = ended(here, `${statusLine(visit.answer)}. ${shown}.`);
  return [after, [...effects, ...more]];
}

function late(state: Browsing, wait: Wait, page: FramePage | null): Step {
  const { visit, turn } = state;
  if (!visit) return [state, []];
  const { answer, loaded } = visit;
  if (!answer) return closed(state, wait === "report" ? sentences.notTheMock : sentences.noAnswer);
  const status = statusLine(answer);
  if (redirectTarget(answer) !== null) {
    return loaded ? closed(state, sentences.ownErrorPage(status)) : ended(state, sentences.notFollowed(status));
  }
  if (!page || page.document === visit.from) {
    return ended(state, answer.response?.status === 304 ? sentences.stays(status) : sentences.notShown(status));
  }
  // Parts of the page may still be on their way.
  if (wait === "page") return [state, [{ do: "wait", for: "answer" }]];
  return [state, [{ do: "listen" }, { do: "catch-up", turn }]];
}

/** The tab has come to the page on show. */
function arrived(state: Browsing, travel: Travel | null, page: FramePage | null): Step {
  if (!page?.document) return [state, []];
  const url = libraryOrigin + (page.target ?? "");
  const history = arrive(state.history, url, travel ?? travelTo(state.history, url), historyLimit);
  const phase = state.visit ? state.phase : "done";
  return [{ ...state, history, phase, travel: null, drawn: page.document }, [{ do: "listen" }, { do: "arrive", url }]];
}

/** A sentence stands in the page's place. Its first sentence is also the outcome. */
function closed(state: Browsing, sentence: string): Step {
  const { visit } = state;
  const asked = visit?.answer?.request.target ?? visit?.intent?.path;
  const history = asked
    ? arrive(state.history, libraryOrigin + asked, visit?.travel ?? "new", historyLimit)
    : state.history;
  const [after, effects] = ended({ ...state, history }, sentence.replace(/\. .*|\.$/s, "."), "failed");
  return [after, [{ do: "close", sentence }, ...effects]];
}

function ended(state: Browsing, text: string, phase: "done" | "failed" = "done"): Step {
  const ends: Effect[] = [{ do: "wait", for: null }, { do: "say", text }, { do: "end" }];
  return [{ ...state, phase, visit: null }, ends];
}

function and([state, effects]: Step, effect: Effect): Step {
  return [state, [...effects, effect]];
}

function interactionOf({ kind, text }: Intent): Interaction {
  return { kind, text };
}

function statusLine({ response }: Exchange): string {
  return response ? `${response.status} ${response.reason}` : "";
}

/** Whether a browser asked if the copy that it keeps is still good (RFC 9110 section 13). */
function isConditional({ request }: Exchange): boolean {
  return request.fields.some(({ name }) => /^if-(none-match|modified-since)$/i.test(name));
}
