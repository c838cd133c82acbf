import { type Html, html } from "../html.ts";
import type { Attempt, Change, Exchange, Step } from "../http/exchange.ts";
import { requestNotes, responseNotes } from "../http/notes.ts";
import { summary } from "../http/status.ts";
import { aboutServer } from "./about-server.ts";
import { jsonInScript } from "./exchange-element.ts";
import { hostLine, outcomeLine, valueText } from "./exchange-view.ts";
import { letterView } from "./message-view.ts";
import { type HandlerSource, sourceView } from "./source-view.ts";

/** The `<server-inside>` element as the build writes it: one request on its way, readable without a script. */
export function serverInsideElement(exchange: Exchange, source: HandlerSource | null): Html {
  return html`<server-inside class="demo wide" role="group" aria-label="Inside the server" data-state="static" data-host="${
    exchange.host
  }"><div class="exchange-head"><p class="exchange-title">Inside the server</p><p class="host-line">${hostLine(
    exchange,
  )}</p></div><p role="status">${exchange.interaction.text} ${outcomeLine(exchange)}.</p><div class="result">${stationsView(
    stationsOf(exchange, source),
  )}</div><p class="about note">${aboutServer("build")}</p><script type="application/json">${jsonInScript(
    exchange,
  )}</script></server-inside>`;
}

/** One thing that happens to a request inside the server; `line` is what is announced of it. */
export interface Station {
  readonly name: string;
  readonly line: string;
  readonly content: Html;
}

/**
 * What happened to a request inside the server, in order: it arrives, it is read, its resource is chosen, a handler runs,
 * data are read or changed, a response is built. The source of the handler is opened where it is given, else it can be
 * loaded into its place.
 */
export function stationsOf({ request, steps, response }: Exchange, source: HandlerSource | null): readonly Station[] {
  const stations: Station[] = [
    {
      name: "Inbox",
      line: `${request.method} ${request.target} is in the inbox.`,
      content: letterView(requestNotes(request, "page")),
    },
  ];
  const reads = steps.filter(({ kind }) => kind === "read");
  if (reads.length > 0) {
    stations.push({
      name: "Read",
      line: "The server has read the message.",
      content: html`${reads.map(({ text }) => html`<p>${text}</p>`)}`,
    });
  }
  for (const step of steps) stations.push(...stationsOfStep(step, source, response));
  return stations;
}

/** The stations as a list: whole, or as far as the one numbered `at`, which alone is open. */
export function stationsView(stations: readonly Station[], at: number | null = null): Html {
  return html`<ol class="stations">${stations.map(({ name, line, content }, index) =>
    at === null || index === at
      ? html`<li ${at !== null && html`aria-current="step"`}><p class="station-name">${name}</p><div>${content}</div></li>`
      : html`<li><p class="station-name">${name}</p>${index < at && html`<p class="note">${line}</p>`}</li>`,
  )}</ol>`;
}

function stationsOfStep(step: Step, source: HandlerSource | null, response: Exchange["response"]): readonly Station[] {
  switch (step.kind) {
    case "read":
      return [];
    case "choose":
      return [
        {
          name: "Choose",
          line: step.text,
          content: html`<p>${step.text}</p>${triedView(step.tried)}`,
        },
      ];
    case "run":
      return [
        {
          name: "Run",
          line: step.handler === null ? "No handler runs." : `The handler ${step.handler} runs.`,
          content: html`<p>${step.text}</p>${step.handler !== null && handlerView(step.handler, source)}`,
        },
        {
          name: "Data",
          line: dataLine(step.changes),
          content: html`<p>${step.reads.length > 0 && html`It read ${step.reads.join(", ")}. `}${dataLine(step.changes)}</p>${
            step.changes.length > 0 && changesView(step.changes)
          }`,
        },
      ];
    case "build":
      return [
        {
          name: "Build",
          line: response ? `The response leaves: ${summary(response)}.` : step.text,
          content: html`<p>${step.text} With this, stage 4 begins: it leaves.</p>${
            response && letterView(responseNotes(response))
          }`,
        },
      ];
  }
}

/** Whether a request changed the server's data, in one sentence. */
function dataLine(changes: readonly Change[]): string {
  const { length } = changes;
  if (length === 0) return "The server’s data stay as they were.";
  return `The server’s data change in ${length} ${length === 1 ? "place" : "places"}.`;
}

function triedView(tried: readonly Attempt[]): Html {
  return html`<section class="scroll" tabindex="0" aria-label="Routes tried"><table><caption>The ${tried.length} routes that it tried, in order</caption><thead><tr><th scope="col">Route</th><th scope="col">Does it fit?</th></tr></thead><tbody>${tried.map(
    ({ route, matched, why }) =>
      html`<tr ${matched && html`class="matched"`}><th scope="row"><code>${route}</code></th><td>${matched ? "Yes." : "No."} ${why}</td></tr>`,
  )}</tbody></table></section>`;
}

function handlerView(name: string, source: HandlerSource | null): Html {
  return html`<details data-handler="${name}"><summary>The source of <code>${name}</code></summary><div>${
    source && sourceView(source)
  }</div></details>`;
}

function changesView(changes: readonly Change[]): Html {
  return html`<section class="scroll" tabindex="0" aria-label="Data before and after"><table><caption>The server’s data, where they differ</caption><thead><tr><th scope="col">Where</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${changes.map(
    ({ path, before, after }) =>
      html`<tr><th scope="row"><code>${path}</code></th><td><del>${valueText(before)}</del></td><td><ins>${valueText(after)}</ins></td></tr>`,
  )}</tbody></table></section>`;
}
