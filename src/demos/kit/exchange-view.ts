import { type Html, html } from "../../html.ts";
import type { Exchange, Failure, Json, Step } from "../../http/exchange.ts";
import { octets, type RequestMessage, type ResponseMessage } from "../../http/message/message.ts";
import { requestNotes, responseNotes } from "../../http/notes.ts";
import { mediaType } from "../../http/rules/content.ts";
import { fetchPromise, promiseSentence } from "../../http/rules/fetch-promise.ts";
import { refusedByBrowser } from "../../http/rules/fields.ts";
import { summary } from "../../http/rules/status.ts";
import { type Stage, stages } from "../../http/stages.ts";
import { fieldKey, type MessageOptions, messageView } from "./message-view.ts";
import { milliseconds } from "./milliseconds.ts";

/** How the transcript of an exchange is laid out. */
export interface ExchangeLayout extends MessageOptions {
  /** The numbers of the stages that stand open; the others show their gist. */
  readonly open?: readonly number[];
}

/** The whole cycle: five stages, each with its gist and, folded or open, what happened in it; then its end. */
export function exchangeView(exchange: Exchange, layout: ExchangeLayout = {}): Html {
  return html`<ol class="exchange-stages">${stages.map((stage) => stageView(stage, exchange, layout))}</ol>${endView(exchange)}`;
}

/** The five stages while a request is under way: named, and still without content. */
export function pendingView(): Html {
  return html`<ol class="exchange-stages">${stages.map((stage) => rowView(stage, html`<p class="row">${headView(stage, html`…`, null)}</p>`))}</ol>`;
}

/** The outcome in one short sentence, as it is announced: "200 OK". */
export function outcomeLine({ response, failure }: Exchange): string {
  return response ? summary(response) : `No response. ${failure?.text ?? ""}`;
}

/** The outcome as a whole sentence, where others follow it. */
export function outcomeSentence(exchange: Exchange): string {
  return outcomeLine(exchange).replace(/\.?$/, ".");
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
  if (failure?.kind === "refused") return "Not sent: your browser refuses this request";
  if (failure && unheard.includes(failure.kind)) return "Live, but no mock server was reached";
  if (host === "build") return "Recorded when this page was built, by the same server code";
  if (host === "page") return `Live${took}, from a mock server inside this page${why}${data}`;
  if (host === "node") return `Live${took}, from the mock server in a Node process`;
  return `Live${took}, from the mock server in your browser’s service worker${data}`;
}

/** Failures that say nothing of a server. */
const unheard: readonly Failure["kind"][] = ["no-worker", "not-the-mock"];

function stageView(stage: Stage, exchange: Exchange, layout: ExchangeLayout): Html {
  const head = headView(stage, gist(stage, exchange), stageTime(stage, exchange));
  const detail = stageDetail(stage, exchange, layout);
  const isOpen = layout.open?.includes(stage.number) ?? false;
  return rowView(
    stage,
    detail
      ? html`<details${isOpen && html` open`}><summary class="row">${head}</summary><div class="detail">${detail}</div></details>`
      : html`<p class="row">${head}</p>`,
  );
}

function rowView({ number, actor }: Stage, content: Html): Html {
  return html`<li data-stage="${number}" class="${actor}-lane">${content}</li>`;
}

function headView({ number, actor, short }: Stage, said: Html, time: string | null): Html {
  return html`<span class="mark">${number}</span> <strong>${short} <span class="unseen">(${actor}): </span></strong> <span class="gist">${said}${
    time && html` <span class="time">${time}</span>`
  }</span>`;
}

/** A stage in half a line. */
function gist({ number }: Stage, { interaction, request, steps, response, failure, outcome }: Exchange): Html {
  switch (number) {
    case 1:
      return html`${interaction.text}`;
    case 2: {
      const count = request.fields.length;
      return html`<code>${request.method} ${request.target}</code> · ${count} ${count === 1 ? "field" : "fields"}${sizeText(request)}`;
    }
    case 3: {
      const work = steps.flatMap((step) => (step.kind === "run" ? [step.text] : [])).join(" ");
      if (work) return html`${work}`;
      return html`${failure ? "The server did nothing: the request did not reach it." : (steps.filter(({ kind }) => kind !== "build").at(-1)?.text ?? "The server’s steps are not known.")}`;
    }
    case 4:
      return response
        ? html`<code>${response.status} ${response.reason}</code>${sizeText(response)}`
        : html`<span class="failure"><strong>No response.</strong> ${failure?.text}</span>`;
    case 5:
      return html`${outcome.text}${outcome.kind === "followed" && " This transcript shows the first one."}`;
  }
}

const formats: Readonly<Record<string, string>> = {
  "text/html": "HTML",
  "text/css": "CSS",
  "text/plain": "text",
  "application/json": "JSON",
  "application/x-www-form-urlencoded": "form data",
};

/** The size and the format of a message's content, as they follow in its gist. */
function sizeText(message: RequestMessage | ResponseMessage): string {
  if (message.content === "") return "";
  const length = octets(message.content);
  return ` · ${length} ${length === 1 ? "byte" : "bytes"} of ${formatOf(message)}`;
}

/** The format of a message's content in a word or two: "HTML". */
export function formatOf({ fields }: RequestMessage | ResponseMessage): string {
  const type = mediaType(fields);
  return formats[type] ?? (type || "an unnamed type");
}

/** What a stage holds beside its gist; null where the gist says it all. */
function stageDetail({ number }: Stage, exchange: Exchange, layout: ExchangeLayout): Html | null {
  const { interaction, request, dropped, steps, response, outcome } = exchange;
  if (number === 2) {
    return html`${messageView(requestNotes(request, interaction.kind), layout)}${
      dropped.length > 0 &&
      html`<ul class="dropped">${dropped.map(
        ({ name, value }) =>
          html`<li><code><del>${name}: ${value}</del></code> <span class="note">${
            refusedByBrowser(name) ?? "The browser sent its own value instead."
          }</span></li>`,
      )}</ul>`
    }`;
  }
  if (number === 3 && steps.length > 0) {
    return html`<ol class="steps">${steps.filter(({ kind }) => kind !== "build").map(stepView)}</ol>`;
  }
  if (number === 4 && response) {
    const known = [...(layout.known ?? []), ...toldIn({ ...exchange, response: null }, layout.open ?? [])];
    const built = steps.find(({ kind }) => kind === "build");
    return html`${built && html`<p>${built.text}</p>`}${messageView(responseNotes(response, request), { known })}`;
  }
  // A promise is for those who write scripts; what came of the response is for all.
  if (number === 5 && interaction.kind === "script" && outcome.kind !== "followed") {
    return html`<p>For those who write scripts: ${promiseSentence(fetchPromise([exchange]))}</p>`;
  }
  return null;
}

/** The fields that the open stages of an exchange explain, so that what follows need not. */
export function toldIn({ request, response }: Exchange, open: readonly number[]): readonly string[] {
  const notes = [
    ...(open.includes(2) ? requestNotes(request) : []),
    ...(open.includes(4) && response ? responseNotes(response, request) : []),
  ];
  return notes.filter(({ part }) => part === "field" || part === "empty").map(fieldKey);
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

function endView({ interaction, response }: Exchange): Html {
  return html`<p class="cycle-end">${
    response
      ? `Cycle over: nothing more travels until the client asks again.${interaction.kind === "hand" ? "" : " The connection stays open."}`
      : "Cycle broken off: no response came."
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
