import type { Exchange, Failure, Interaction, Times } from "../http/exchange.ts";
import type { Field, RequestMessage } from "../http/message.ts";
import { outcomeOf } from "../http/outcome.ts";
import type { Report } from "./protocol.ts";

/**
 * The whole cycle from what the worker saw and what the reader wrote. A field counts as the reader's where it came
 * through as written; where the browser dropped or replaced it, it is listed in `dropped`.
 */
export function exchangeFromReport(
  report: Report,
  written: RequestMessage | null,
  interaction: Interaction,
  times: Times | null,
): Exchange {
  const same = (a: Field, b: Field) =>
    a.name.toLowerCase() === b.name.toLowerCase() && a.value.trim() === b.value.trim();
  const asked = written?.fields ?? [];
  const observed = report.request.fields;
  const kept = asked.filter((field) => observed.some((seen) => same(seen, field)));
  const fields = observed.map((seen) => {
    const field = kept.find((candidate) => same(candidate, seen));
    return field && seen.by === "browser" ? { ...seen, name: field.name, by: "you" as const } : seen;
  });
  const request = { ...report.request, fields };
  const failure: Failure | null = report.response
    ? null
    : { kind: "server-off", text: "The server is switched off: nothing answers, so there is no status code at all." };
  return {
    id: report.id,
    client: report.client,
    host: "worker",
    interaction,
    request,
    dropped: asked.filter((field) => !kept.includes(field)),
    steps: report.steps,
    response: report.response,
    failure,
    outcome: outcomeOf(request, report.response, interaction),
    times,
  };
}

/** A cycle that broke before the server answered. */
export function failedExchange(
  id: string,
  client: string,
  request: RequestMessage,
  interaction: Interaction,
  failure: Failure,
): Exchange {
  const outcome = {
    kind: "failed" as const,
    text: "Nothing came back: there is no status, no field and no content to act on.",
  };
  return {
    id,
    client,
    host: "worker",
    interaction,
    request,
    dropped: [],
    steps: [],
    response: null,
    failure,
    outcome,
    times: null,
  };
}
