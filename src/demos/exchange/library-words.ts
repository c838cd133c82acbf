import { type Html, html } from "../../html.ts";
import { checkExpectations } from "../../http/block/expectations.ts";
import type { Exchange } from "../../http/exchange.ts";
import type { RequestMessage, ResponseMessage } from "../../http/message/message.ts";
import type { Report } from "../../lab/protocol.ts";
import { changesLine } from "../kit/library-changes.ts";
import type { Recorded } from "./figure.ts";

/**
 * In what a live answer differs from the record of the same request, in one sentence each: its status, and what the page's
 * author expects of it. Where no answer came, there is nothing to compare.
 */
export function differences({ exchange: { response: before }, expectations }: Recorded, live: Exchange): string[] {
  const { response } = live;
  if (!before || !response) return [];
  const status =
    response.status === before.status ? [] : [`The record says ${named(before)}, and now ${named(response)} came.`];
  const broken = checkExpectations(expectations, response).map(({ line }) => line);
  const others = expectations.filter(({ line, subject }) => subject !== "status" && broken.includes(line));
  return [
    ...status,
    ...others.map(({ subject, name, operator, value }) =>
      subject === "header"
        ? `In the record, ${fieldWords(before, name)}; now ${fieldWords(response, name)}.`
        : `The page’s author expected that the content ${`${operator} ${value}`.trim()}, and it does not.`,
    ),
  ];
}

function fieldWords({ fields }: ResponseMessage, name: string): string {
  const field = fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return field ? `${field.name} says ${field.value}` : `there is no ${name}`;
}

/** What is said of an answer that differs from the record, and why it does, as far as it is known. */
export function differsView(found: readonly string[], changes: readonly Report[], hasGuess: boolean): Html {
  return html`<p><strong>This answer differs from the record.</strong> ${found.join(" ")} ${changesLine(changes)}${
    hasGuess && " So it says nothing of your guess, which was about the record."
  }</p>`;
}

function named({ status, reason }: ResponseMessage): string {
  return `${status} ${reason}`.trim();
}

/** The library that a link brings along: the requests that make it, as they would be sent. */
export function broughtView(before: readonly RequestMessage[]): Html {
  const lines = before.map(({ method, target, content }) => `${method} ${target}${content && ` with ${content}`}`);
  return html`<p><strong>The link brings a library along.</strong> It was made from a fresh one by what stands here. Nothing of it has been sent.</p>
<ol>${lines.map((line) => html`<li><code>${line}</code></li>`)}</ol>`;
}
