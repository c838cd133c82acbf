import type { Exchange } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";

/** One of the two clients, by its place. */
export type Person = 0 | 1;

/** What a reader sees happen: a cycle of one client, or a time in which one asks nothing. */
export type Moment =
  | { readonly kind: "cycle"; readonly client: Person; readonly exchange: Exchange }
  /**
   * `seconds` is null where nobody measured; `heard` is how many of the client's requests the server heard meanwhile. While the
   * client still waits, both are what they will be if nothing comes.
   */
  | {
      readonly kind: "wait";
      readonly client: Person;
      readonly seconds: number | null;
      readonly heard: number;
      readonly goesOn?: boolean;
    };

/** Titles in a list, and the number of the moment that brought them; null while nobody knows them. */
export type Titles = { readonly titles: readonly string[]; readonly since: number } | null;

/** What stands on each screen and in the server, as far as the moments tell. */
export interface Situation {
  readonly screens: readonly [Titles, Titles];
  readonly server: Titles;
}

const start: Situation = { screens: [null, null], server: null };

/** The situation after the last of the moments, which count from `first`. */
export function situationAfter(moments: readonly Moment[], first = 1, before: Situation = start): Situation {
  return moments.reduce((situation, moment, index) => after(situation, moment, first + index), before);
}

function after(before: Situation, moment: Moment, number: number): Situation {
  if (moment.kind === "wait" || !moment.exchange.response) return before;
  const { client, exchange } = moment;
  const listed = listedTitles(exchange);
  if (listed) {
    const now = { titles: listed, since: number };
    const [first, second] = before.screens;
    // The server's data are as old as the change that was seen, not as the question.
    return {
      screens: client === 0 ? [now, second] : [first, now],
      server: before.server && !isBehind(now, before.server) ? before.server : now,
    };
  }
  if (!hasChanged(exchange)) return before;
  const added = addedTitle(exchange);
  if (added === null || !before.server) return { ...before, server: null };
  return { ...before, server: { titles: [...before.server.titles, added], since: number } };
}

/** Whether two hold other titles. What is not known is no older than anything. */
export function isBehind(some: Titles, other: Titles): boolean {
  return some !== null && other !== null && some.titles.join("\n") !== other.titles.join("\n");
}

/** Whether a request asks for more than reading (RFC 9110 section 9.2.1). */
export function isChange({ method }: Pick<RequestMessage, "method">): boolean {
  return !["GET", "HEAD", "OPTIONS", "QUERY"].includes(method);
}

/** Whether a request changed what the server keeps, as far as its status tells. */
export function hasChanged({ request, response }: Exchange): boolean {
  return isChange(request) && response !== null && response.status < 400;
}

/** The titles in an answer that is a list of things with titles; null for any other answer. */
export function listedTitles({ request, response }: Exchange): readonly string[] | null {
  if (request.method !== "GET" || response?.status !== 200) return null;
  const list = json(response.content);
  return Array.isArray(list) ? list.flatMap((each) => titleOf(each) ?? []) : null;
}

/** The title of what a request added; null where it added nothing with a title. */
export function addedTitle({ response }: Exchange): string | null {
  return response?.status === 201 ? titleOf(json(response.content)) : null;
}

function titleOf(value: unknown): string | null {
  const title = typeof value === "object" && value !== null && "title" in value ? value.title : null;
  return typeof title === "string" ? title : null;
}

function json(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
