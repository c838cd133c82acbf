import { built, type Html, html } from "../../html.ts";
import type { Attempt, Change, Exchange, Step } from "../../http/exchange.ts";
import { requestNotes, responseNotes } from "../../http/notes.ts";
import { summary } from "../../http/rules/status.ts";
import { aboutServer, notYetAsked } from "../kit/about-server.ts";
import { outcomeLine, valueText } from "../kit/exchange-view.ts";
import type { Figure } from "../kit/kind.ts";
import { letterView } from "../kit/message-view.ts";
import { type HandlerSource, sourceView } from "../kit/source-view.ts";
import type { Delivery } from "./config.ts";

/** The demo without a script: the first request on its way through the server, then what became of each. */
export function insideTheServerFigure(
  task: string,
  recorded: readonly (Delivery & { readonly exchange: Exchange })[],
  source: HandlerSource | null,
): Figure {
  const [first] = recorded;
  return {
    task,
    host: notYetAsked,
    result: html`${first && html`<p class="label">${first.title}</p>${stationsView(stationsOf(first.exchange, source))}`}${requestsView(recorded)}<p class="note">${aboutServer("build")}</p>`,
  };
}

function requestsView(recorded: readonly (Delivery & { readonly exchange: Exchange })[]): Html {
  const rows = recorded.map(
    ({ title, request, exchange, why }, index) => html`<tr>
<th scope="row">${index + 1}</th>
<td>${title}</td>
<td><code>${request.method} ${request.target}</code></td>
<td>${outcomeLine(exchange)}</td>
<td class="own-line">${changedLine(exchange)} ${built(why)}</td>
</tr>`,
  );
  return html`<section class="ledger" aria-label="Requests, and what the server did" tabindex="0"><table>
<caption>Requests, and what the server did</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Request</th><th scope="col">Its first line</th><th scope="col">What came back</th><th scope="col">The server’s data</th></tr></thead>
<tbody>${rows}</tbody>
</table></section>`;
}

/** The request that is to be sent, as it will lie in the inbox. */
export function deliveryView({ request, interaction }: Delivery): Html {
  return letterView(requestNotes(request, interaction.kind));
}

/** What a request did to the server's data, in one sentence. */
export function changedLine({ steps }: Exchange): string {
  const paths = changesOf(steps).map(({ path }) => path);
  return paths.length === 0 ? "It changed nothing." : `It changed ${paths.join(" and ")}.`;
}

function changesOf(steps: readonly Step[]): readonly Change[] {
  return steps.flatMap((step) => (step.kind === "run" ? step.changes : []));
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
      content: letterView(requestNotes(request)),
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
          content: html`<p>Here stage 4 begins. ${step.text} Then it leaves.</p>${
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

/** The route that fits stands first and whole; all that were tried, with the reason for each, stand behind it. */
function triedView(tried: readonly Attempt[]): Html {
  const fitting = tried.find(({ matched }) => matched);
  return html`<p class="fitting">${
    fitting ? html`<code>${fitting.route}</code> ${fitting.why}` : "None of the routes fits."
  }</p><details><summary>The ${tried.length} routes that it tried, in order</summary>
<table class="tried"><caption class="unseen">The ${tried.length} routes that it tried, in order</caption>
<thead><tr><th scope="col">Route</th><th scope="col">Does it fit?</th></tr></thead><tbody>${tried.map(
    ({ route, matched, why }) =>
      html`<tr ${matched && html`class="matched"`}><th scope="row"><code>${route}</code></th><td>${matched ? "Yes." : "No."} ${why}</td></tr>`,
  )}</tbody></table></details>`;
}

function handlerView(name: string, source: HandlerSource | null): Html {
  return html`<details data-handler="${name}"><summary>The source of <code>${name}</code></summary><div>${
    source && sourceView(source)
  }</div></details>`;
}

function changesView(changes: readonly Change[]): Html {
  return html`<table class="changed"><caption>The server’s data, where they differ</caption>
<thead><tr><th scope="col">Where</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${changes.map(
    ({ path, before, after }) =>
      html`<tr><th scope="row"><code>${path}</code></th><td data-when="Before"><del>${valueText(before)}</del></td><td data-when="After"><ins>${valueText(after)}</ins></td></tr>`,
  )}</tbody></table>`;
}
