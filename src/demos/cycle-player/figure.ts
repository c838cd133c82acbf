import { built, type Html, html } from "../../html.ts";
import type { Exchange, Times } from "../../http/exchange.ts";
import { type Stage, stages } from "../../http/stages.ts";
import { notYetAsked } from "../kit/about-server.ts";
import type { Figure } from "../kit/kind.ts";
import { milliseconds } from "../kit/milliseconds.ts";
import type { CyclePlayerConfig } from "./config.ts";

/** What happened in one stage of a run. `happened` is false where the cycle broke off before it. */
export interface Account {
  readonly text: string;
  readonly happened: boolean;
}

/** The demo without a script: the five stages in two lanes, the client on the left, the server on the right, time running down. */
export function cyclePlayerFigure({ task, sentences }: CyclePlayerConfig): Figure {
  return { task, host: notYetAsked, result: diagramView(sentences) };
}

/** What crosses to the other side at the end of a stage. */
const messages: Readonly<Partial<Record<Stage["number"], string>>> = { 2: "Request message", 4: "Response message" };

/** The diagram of the cycle, with a sentence for each stage where there is one, and a place for what happens in it. */
export function diagramView(sentences: readonly string[]): Html {
  return html`<figure class="cycle">
<div class="lanes" aria-hidden="true">
<p data-actor="client">Client <small>your browser, acting for you</small></p>
<p data-actor="server">Server <small>waits until it is asked</small></p>
</div>
<ol class="bare">${stages.map((stage, index) => stageView(stage, sentences[index]))}<li class="closed">
<span class="end"></span>
<strong>${endName(null)}</strong> <span>Nothing more is sent until the client asks again. The connection stays open.</span>
<p class="account"></p></li></ol>
<figcaption>The cycle in five stages. The client acts in stages 1, 2 and 5, the server in stages 3 and 4. One request message goes out; one response message comes back.</figcaption>
</figure>`;
}

function stageView({ number, actor, short }: Stage, sentence: string | undefined): Html {
  return html`<li data-actor="${actor}" class="at-${number}"><div class="stage">
<span class="mark" data-actor="${actor}"><span class="unseen">Stage </span>${number}<span class="unseen">: </span></span>
<strong>${short}</strong><span class="unseen"> (${actor}): </span>${sentence !== undefined && html`<span class="title">${built(sentence.replace(/^<p>|<\/p>$/g, ""))}</span>`}
</div><p class="account"></p>${messageView(messages[number], actor)}</li>`;
}

function messageView(name: string | undefined, actor: Stage["actor"]): Html | "" {
  if (name === undefined) return "";
  const [aspect, path] =
    actor === "client"
      ? ["xMaxYMid slice", "M-1200 0H1198M1190-5l8 5-8 5"]
      : ["xMinYMid slice", "M1200 0H-1198M-1190-5l-8 5 8 5"];
  return html`<p class="message"><span>${name}</span> <code></code>
<svg viewBox="-1200 -6 2400 12" height="12" preserveAspectRatio="${aspect}" aria-hidden="true"><path d="${path}"></path></svg></p>`;
}

/** What the script adds: the choice of a cycle, and how slow it is. */
export function settingsView({ cycles }: CyclePlayerConfig): Html {
  const options = cycles.map(({ title }, index) => html`<option value="${index}">${title}</option>`);
  return html`<label class="choose">What you do <select>${options}</select></label>
<details class="slow"><summary>Slow it down</summary>
${slider("network", "The network, each way")}${slider("server", "The server’s work")}
</details>`;
}

function slider(name: string, label: string): Html {
  return html`<label>${label}
<input type="range" name="${name}" min="0" max="2000" step="100" value="0" aria-valuetext="${delayText(0)}"> <output aria-hidden="true">${delayText(0)}</output></label>`;
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
  return response
    ? `Cycle over${after(times?.shown)}. The connection stays open.`
    : "Cycle broken off: no response came.";
}

/** The words that stand at the end of a diagram: of none, as it ends as a rule. */
export function endName(exchange: Exchange | null): string {
  return exchange && !exchange.response ? "Broken off" : "Cycle over";
}

/** How the cycle ended, as a sentence below those words. */
export function endAccount({ response, times }: Exchange): Account {
  return response
    ? { text: `One request, one response${times ? `, ${milliseconds(times.shown)} in all` : ""}.`, happened: true }
    : { text: "No response came, and nothing more is sent.", happened: false };
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
