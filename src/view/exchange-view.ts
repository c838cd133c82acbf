import { type Html, html } from "../html.ts";
import type { Exchange, Failure, Json, Step } from "../http/exchange.ts";
import { refusedByBrowser } from "../http/fields.ts";
import { requestNotes, responseNotes } from "../http/notes.ts";
import { type Stage, stages } from "../http/stages.ts";
import { summary } from "../http/status.ts";
import { messageView } from "./message-view.ts";

/**
 * The whole cycle in two lanes: five stages, each with what happened in it, and its end. `marked` are the request's
 * lines, as their author wrote them, to which the reader's eye is drawn.
 */
export function exchangeView(exchange: Exchange, marked: readonly string[] = []): Html {
  return html`<ol class="exchange-stages">${stages.map((stage) => stageView(stage, exchange, marked))}</ol>${endView(exchange)}`;
}

/** The five stages while a request is under way: named, and still without content. */
export function pendingView(): Html {
  return html`<ol class="exchange-stages">${stages.map((stage) => stageFrame(stage, null, html``))}</ol>`;
}

/** The outcome in one short sentence, as it is announced: "200 OK, 4 fields". */
export function outcomeLine({ response, failure }: Exchange): string {
  return response ? summary(response) : `No response. ${failure?.text ?? ""}`;
}

/** What is unusual about where a mock server runs. */
export interface Circumstances {
  /** Why it does not run in a service worker, as a clause that follows "because". */
  readonly reason: string | null;
  /** What the reader should know about the server's data, as a sentence. */
  readonly notice: string | null;
}

/** Which server made this exchange, said plainly, with the time where one was measured. */
export function hostLine({ host, times, failure }: Exchange, around: Circumstances | null = null): string {
  const took = times ? ` in ${milliseconds(times.arrived)}` : "";
  const why = around?.reason ? `, because ${around.reason}` : "";
  const data = around?.notice ? `. ${around.notice}` : "";
  if (failure && unheard.includes(failure.kind)) return "Live, but no mock server was reached";
  if (host === "build") return "Recorded when this page was built, by the same server code";
  if (host === "page") return `Live${took}, from a mock server inside this page${why}${data}`;
  if (host === "node") return `Live${took}, from the mock server in a Node process`;
  return `Live${took}, from the mock server in your browser’s service worker${data}`;
}

/** Failures that say nothing of a server. */
const unheard: readonly Failure["kind"][] = ["no-worker", "not-the-mock", "refused"];

function stageView(stage: Stage, exchange: Exchange, marked: readonly string[]): Html {
  return stageFrame(stage, stageTime(stage, exchange), stageContent(stage, exchange, marked));
}

function stageFrame({ number, actor, title }: Stage, time: string | null, content: Html): Html {
  return html`<li data-stage="${number}" class="${actor}-lane"><p class="stage-name"><span class="mark">${number}</span> <strong>${title}</strong> <span class="acts">${actor} acts${
    time && html` · <span class="time">${time}</span>`
  }</span></p>${content}</li>`;
}

function stageContent(stage: Stage, exchange: Exchange, marked: readonly string[]): Html {
  const { interaction, request, dropped, steps, response, failure, outcome } = exchange;
  switch (stage.number) {
    case 1:
      return html`<p>${interaction.text}</p>`;
    case 2:
      return html`${messageView(requestNotes(request), marked)}${
        dropped.length > 0 &&
        html`<ul class="dropped">${dropped.map(
          ({ name, value }) =>
            html`<li><code><del>${name}: ${value}</del></code> <span class="note">${
              refusedByBrowser(name) ?? "The browser sent its own value instead."
            }</span></li>`,
        )}</ul>`
      }`;
    case 3:
      return steps.length > 0
        ? html`<ol class="steps">${steps.map(stepView)}</ol>`
        : html`<p>${failure ? "The server did nothing: the request did not reach it." : "The server’s steps are not known."}</p>`;
    case 4:
      return response
        ? messageView(responseNotes(response, request))
        : html`<p class="failure"><strong>No response.</strong> ${failure?.text}</p>`;
    case 5:
      return html`<p>${outcome.text}</p>`;
  }
}

function stepView(step: Step): Html {
  const changes = step.kind === "run" ? step.changes : [];
  return html`<li>${step.text}${
    changes.length > 0 &&
    html`<dl class="changes">${changes.map(
      ({ path, before, after }) =>
        html`<dt>${path}</dt><dd><del>${valueText(before)}</del> <ins>${valueText(after)}</ins></dd>`,
    )}</dl>`
  }</li>`;
}

/** A piece of the server’s data in one line. */
export function valueText(value: Json): string {
  return value === null ? "nothing" : JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
}

function endView({ response }: Exchange): Html {
  return html`<p class="cycle-end">${
    response ? "Cycle closed: nothing more travels until the client asks again." : "Cycle broken off: no response came."
  }</p>`;
}

function stageTime({ number }: Stage, { times }: Exchange): string | null {
  if (!times) return null;
  if (number === 1) return "0 ms";
  if (number === 2) return `sent after ${milliseconds(times.sent)}`;
  if (number === 3) return `took ${milliseconds(times.server)}`;
  if (number === 4) return `arrived after ${milliseconds(times.arrived)}`;
  return shownLine(times.shown);
}

/** When stage 5 was over, given the milliseconds since the interaction. */
export function shownLine(shown: number): string {
  return `done after ${milliseconds(shown)}`;
}

function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}
