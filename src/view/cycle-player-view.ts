import { type Html, html } from "../html.ts";
import type { Exchange, Times } from "../http/exchange.ts";
import type { RequestMessage } from "../http/message.ts";
import { type Stage, stages } from "../http/stages.ts";

/** A cycle that the reader may choose to run. */
export interface Choice {
  readonly name: string;
  /** What the button stands for, as it follows "It stands for". */
  readonly standsFor: string;
  readonly request: RequestMessage;
  /** The server is switched off. */
  readonly off?: boolean;
}

/** What happened in one stage of a run. `happened` is false where the cycle broke off before it. */
export interface Account {
  readonly text: string;
  readonly happened: boolean;
}

function link(target: string): RequestMessage {
  const fields = [
    { name: "Host", value: "library.example" },
    { name: "Accept", value: "text/html" },
  ];
  return { method: "GET", target, version: "HTTP/1.1", fields, content: "" };
}

const form: RequestMessage = {
  ...link("/books"),
  method: "POST",
  fields: [...link("/books").fields, { name: "Content-Type", value: "application/x-www-form-urlencoded" }],
  content: "title=Dune&author=Frank+Herbert",
};

export const choices: readonly Choice[] = [
  { name: "Follow a link to a book", standsFor: "following a link to a book", request: link("/books/1") },
  { name: "Submit a form that adds a book", standsFor: "submitting a form that adds a book", request: form },
  {
    name: "Follow a link to a book that is not there",
    standsFor: "following a link to a book that is not there",
    request: link("/books/99"),
  },
  {
    name: "Follow a link while the server is switched off",
    standsFor: "following a link while the server is switched off",
    request: link("/books/1"),
    off: true,
  },
];

/** What the script adds to the diagram: the choice, two sliders, the buttons, and a line that announces what happens. */
export function controlsView(): Html {
  return html`<div class="cycle-player-controls" role="group" aria-label="Run the cycle"><div class="cycle-player-settings"><label>What you do <select>${choices.map(
    ({ name }, index) => html`<option value="${index}">${name}</option>`,
  )}</select></label>${slider("network", "Slow the network, each way")}${slider(
    "server",
    "Slow the server’s work",
  )}</div><div class="controls cycle-player-bar"><button type="button" class="primary" value="run">Run</button><button type="button" value="back">Back</button><button type="button" value="next">Next</button><button type="button" value="clear">Clear</button></div><p role="status"></p><p class="host-line"></p></div>`;
}

function slider(name: string, label: string): Html {
  return html`<label>${label} <input type="range" name="${name}" min="0" max="2000" step="100" value="0"> <output aria-hidden="true">${delayText(0)}</output></label>`;
}

/** A delay that the reader sets: "0 ms". */
export function delayText(delay: number): string {
  return `${delay} ms`;
}

/** What really happened in each of the five stages of a run, in order, as one or two sentences each. */
export function accounts(exchange: Exchange): readonly Account[] {
  return stages.map((stage) => account(stage, exchange));
}

function account(
  { number }: Stage,
  { interaction, request, steps, response, failure, outcome, times }: Exchange,
): Account {
  const start = `${request.method} ${request.target}`;
  const wasSent = !failure || !["refused", "no-worker", "not-the-mock"].includes(failure.kind);
  switch (number) {
    case 1:
      return { text: interaction.text, happened: true };
    case 2:
      return wasSent
        ? { text: `${start} left${after(times?.sent)}.`, happened: true }
        : { text: `${start} was not sent. ${failure.text}`, happened: false };
    case 3: {
      const happened = steps.length > 0;
      const work = steps.flatMap((step) => (step.kind === "run" ? [step.text] : []));
      const took = times && `It took ${milliseconds(times.server)} by the server’s clock.`;
      return happened
        ? { text: [...work, took].filter(Boolean).join(" "), happened }
        : { text: wasSent && failure ? failure.text : "The server did nothing: no request reached it.", happened };
    }
    case 4:
      return response
        ? { text: `${response.status} ${response.reason} arrived${after(times?.arrived)}.`, happened: true }
        : { text: "No response message came, and so no status code.", happened: false };
    case 5:
      return { text: outcome.kind === "followed" ? followed : outcome.text, happened: true };
  }
}

const followed =
  "A browser now asks by itself at the address in Location. That is a second cycle, and this diagram runs one.";

/** How the cycle ended, in one sentence. */
export function ending({ response, times }: Exchange): string {
  return response ? `Cycle closed${after(times?.shown)}.` : "Cycle broken off: no response came.";
}

/** The same as a sentence below the words "Cycle closed". */
export function endAccount(exchange: Exchange): Account {
  const { response, times } = exchange;
  return response
    ? { text: `One request, one response${times ? `, ${milliseconds(times.shown)} in all` : ""}.`, happened: true }
    : { text: ending(exchange), happened: false };
}

/** Where the reader stands while the server has not answered, as far as the client can know. */
export const waiting = "Waiting. The client cannot tell whether its message is on the way or the server is at work.";

/** What stands for the messages in the diagram: the request line and the status of this run. */
export function messageNames({ request, response }: Exchange): readonly [request: string, response: string] {
  return [`${request.method} ${request.target}`, response ? `${response.status} ${response.reason}` : "no response"];
}

function after(time: Times["sent"] | undefined): string {
  return time === undefined ? "" : ` after ${milliseconds(time)}`;
}

function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}
