import type { Exchange } from "../http/exchange.ts";

/** A client of the demo; its name is the client of its exchanges. */
export type Person = "ada" | "ben";

/** What a reader sees happen: a cycle of one client, or a time in which Ben asks nothing. */
export type Moment =
  | { readonly kind: "cycle"; readonly exchange: Exchange }
  /** `seconds` is null where nobody measured; `heard` is how many of Ben's requests the server heard meanwhile. */
  | { readonly kind: "wait"; readonly seconds: number | null; readonly heard: number };

/** Titles of books, and the number of the moment that brought them; null while nobody knows them. */
export type Titles = { readonly titles: readonly string[]; readonly since: number } | null;

/** What stands on each screen and in the server, as far as the moments tell. */
export interface Situation {
  readonly ada: Titles;
  readonly ben: Titles;
  readonly server: Titles;
}

const start: Situation = { ada: null, ben: null, server: null };

/** The situation after the last of the moments, which count from `first`. */
export function situationAfter(moments: readonly Moment[], first = 1, before: Situation = start): Situation {
  return moments.reduce((situation, moment, index) => after(situation, moment, first + index), before);
}

function after(before: Situation, moment: Moment, number: number): Situation {
  if (moment.kind === "wait" || !moment.exchange.response) return before;
  const { exchange } = moment;
  const listed = listedTitles(exchange);
  if (listed) {
    const now = { titles: listed, since: number };
    // The server's data are as old as the change that was seen, not as the question.
    return { ...before, [exchange.client]: now, server: isBehind(now, before.server) ? now : before.server };
  }
  const added = addedTitle(exchange);
  if (added === null || !before.server) return before;
  return { ...before, server: { titles: [...before.server.titles, added], since: number } };
}

/** Whether two hold other titles. What is not known is no older than anything. */
export function isBehind(some: Titles, other: Titles): boolean {
  return some !== null && some.titles.join("\n") !== other?.titles.join("\n");
}

/** The titles in an answer that lists books; null for any other answer. */
export function listedTitles({ request, response }: Exchange): readonly string[] | null {
  if (request.method !== "GET" || response?.status !== 200) return null;
  return (JSON.parse(response.content) as readonly { title: string }[]).map(({ title }) => title);
}

/** The title of the book that a request added; null where it added none. */
export function addedTitle({ response }: Exchange): string | null {
  return response?.status === 201 ? (JSON.parse(response.content) as { title: string }).title : null;
}
