import { type Html, html } from "../../html.ts";
import type { Field } from "../../http/message/message.ts";
import { type Note, responseNotes } from "../../http/notes.ts";
import { fieldText } from "../../http/rules/fields.ts";
import { reasonPhrase, statusMeaning } from "../../http/rules/status.ts";
import { within } from "../../lab/within.ts";
import { messageView } from "../kit/message-view.ts";
import type { ThisPageConfig } from "./config.ts";
import { count, type LoadEntry, type Source, sourceOf } from "./own-cycle.ts";

/** A response to the page’s own address, as a script gets to read it. */
export interface Answer {
  readonly status: number;
  readonly fields: readonly Field[];
  /** Where it came from; null where the browser does not tell. */
  readonly source: Source;
}

/** Milliseconds in which a browser tells how it has loaded something. */
const patience = 1000;

/**
 * The response that the browser keeps of a page, without a request; where it keeps none, the host is asked once more.
 * Rejects where no answer comes.
 */
export async function answerAt(address: string): Promise<Answer> {
  const asking = new AbortController();
  const load = nextLoad(address, asking.signal);
  try {
    // WebKit asks the host all the same. What the browser tells of it afterwards shows that.
    const response = await fetch(address, { cache: "only-if-cached", mode: "same-origin" }).catch(() =>
      fetch(address, { cache: "no-store", mode: "same-origin" }),
    );
    await response.arrayBuffer();
    const entry = await within(patience, load, "the browser does not tell how it was loaded").catch(() => null);
    return {
      status: response.status,
      fields: Array.from(response.headers, ([name, value]) => ({ name, value })),
      source: entry && sourceOf(entry),
    };
  } finally {
    asking.abort();
  }
}

/** What the browser tells of the next answer that a script gets from an address. */
function nextLoad(address: string, signal: AbortSignal): Promise<LoadEntry> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      // Some browsers tell of a request that has failed too, without a size.
      const entries = list.getEntriesByName(address) as PerformanceResourceTiming[];
      const entry = entries.find((each) => sourceOf(each) !== null);
      if (entry) resolve(entry);
    });
    observer.observe({ type: "resource" });
    signal.addEventListener("abort", () => observer.disconnect());
  });
}

/** What came of asking, in one or two sentences. */
export function answerWords({ status, fields, source }: Answer): string {
  const came = `${status} ${reasonPhrase(status)}`.trim();
  return `${came}, ${count(fields.length)} fields. ${sourceSentence(source)}`;
}

function sourceSentence(source: Source): string {
  switch (source) {
    case "copy":
      return "They stand in your browser’s own copy of this page: nothing was sent.";
    case "worker":
      return "A service worker of this site gave them.";
    case null:
      return "This browser does not tell whether it has asked the host once more for them.";
    default:
      return "Your browser gave no copy of this page, so it has asked the host once more.";
  }
}

/** The response beside the mock server’s own, and what is alike and what differs. */
export function answerView(answer: Answer, mock: ThisPageConfig["mock"], host: string): Html {
  const [here, there] = [answer.fields, mock.fields].map((fields) => fields.map(({ name }) => name.toLowerCase()));
  const shared = (here ?? []).filter((name) => there?.includes(name));
  return html`<section><p class="label">This page’s response</p>${messageView(notesOf(answer), {
    known: shared,
  })}</section><section><p class="label">The mock server’s, to GET /books/1</p>${messageView(mockNotes(mock), {
    known: mock.fields.map(({ name }) => name.toLowerCase()),
  })}</section><dl>
<dt>Alike</dt><dd>A status code, then fields, then content, by the same rules. Both have ${namesView(shared)}.</dd>
<dt>Only here</dt><dd>${namesView((here ?? []).filter((name) => !shared.includes(name)))}</dd>
<dt>Only in the mock’s</dt><dd>${namesView((there ?? []).filter((name) => !shared.includes(name)))}</dd>
<dt>The way</dt><dd>This page came from ${host}${isThisMachine(host) ? ", a program on this very machine" : ", over a real network"}. The mock server’s responses never leave your browser, so nothing of their times is distance.</dd>
<dt>The names</dt><dd>Your browser hands them over in small letters and sorted. How they were written on the way is not told, and no page gets to see <code>Set-Cookie</code>.</dd>
</dl>`;
}

function notesOf({ status, fields }: Answer): readonly Note[] {
  const phrase = reasonPhrase(status);
  const notes = responseNotes({ version: "", status, reason: "", fields, content: "" });
  const lines = notes.filter(({ part }) => part === "field");
  return [
    {
      line: `${status}`,
      part: "status-line",
      what: `The status code${phrase && `, ${phrase}`}. ${statusMeaning(status)}`,
      by: [],
    },
    // A cache on the way may have written some of them, and no line says which.
    ...lines.map((note, index) => ({ ...note, by: [], what: whatOf(fields[index]?.name ?? "", note.what) })),
  ];
}

function mockNotes({ start, fields }: ThisPageConfig["mock"]): readonly Note[] {
  const lines = fields.map(({ name, value }) => `${name}: ${value}`);
  return [
    { line: start, part: "status-line", what: "", by: [] },
    ...lines.map((line) => ({ line, part: "field" as const, what: "", by: [] })),
  ];
}

/** Fields that only a real way brings. */
const onTheWay: readonly (readonly [name: RegExp, what: string])[] = [
  [/^via$/, "The programs between you and the server that handed the message on."],
  [/cache|^x-served-by$/, "What a cache between you and the server says of its copy."],
  [/^alt-svc$/, "Another way to reach the same server, such as HTTP/3."],
  [/^keep-alive$/, "How long the connection stays open while nobody uses it."],
];

function whatOf(name: string, what: string): string {
  return fieldText(name) === null ? (onTheWay.find(([names]) => names.test(name))?.[1] ?? what) : what;
}

function namesView(names: readonly string[]): Html {
  if (names.length === 0) return html`none`;
  return html`${names.map((name, index) => html`${index > 0 && ", "}<code>${name}</code>`)}`;
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/.test(host);
}
