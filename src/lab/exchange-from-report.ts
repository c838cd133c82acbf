import type { Exchange, Failure, Host, Interaction, Times } from "../http/exchange.ts";
import { type Field, fieldValue, type RequestMessage } from "../http/message.ts";
import { outcomeOf } from "../http/outcome.ts";
import type { Report } from "./protocol.ts";

/**
 * The whole cycle from what the mock server saw and what the reader wrote. A field counts as the reader's where it came
 * through as written; where the browser dropped or replaced it, it is listed in `dropped`.
 */
export function exchangeFromReport(
  report: Report,
  written: RequestMessage | null,
  interaction: Interaction,
  times: Times | null,
): Exchange {
  const asked = written?.fields ?? [];
  const observed = report.request.fields;
  // Fetch joins field lines of one name to one line.
  const same = (seen: Field, field: Field) =>
    seen.name.toLowerCase() === field.name.toLowerCase() &&
    [field.value, fieldValue(asked, field.name)].some((value) => value?.trim() === seen.value.trim());
  const kept = asked.filter((field) => observed.some((seen) => same(seen, field)));
  const fields = observed.map((seen) => {
    const field = kept.find((candidate) => same(seen, candidate));
    return field && seen.by === "browser" ? { ...seen, name: field.name, by: "you" as const } : seen;
  });
  const request = { ...report.request, fields };
  return {
    id: report.id,
    client: report.client,
    host: report.host,
    interaction,
    request,
    dropped: asked.filter((field) => !kept.includes(field)),
    steps: report.steps,
    response: report.response,
    failure: report.failure,
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
  host: Host,
): Exchange {
  const outcome = {
    kind: "failed" as const,
    text: "Nothing came back: there is no status, no field and no content to act on.",
  };
  return {
    id,
    client,
    host,
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
