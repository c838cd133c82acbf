import { authorsOf } from "../../http/complete-request.ts";
import type { Exchange, Interaction, Times } from "../../http/exchange.ts";
import { type Field, fieldValue, type RequestMessage } from "../../http/message/message.ts";
import { outcomeOf } from "../../http/outcome.ts";
import type { Report } from "../protocol.ts";

/**
 * The whole cycle from what the mock server saw and the message that was asked for. A field that came through as it was
 * asked for keeps its author there, else it counts as the reader's; where the browser dropped or replaced it, it is listed in
 * `dropped`. A null `written` stands for a message that the browser made by itself of an act.
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
    return field && !seen.hidden ? { ...seen, name: field.name, by: field.by ?? ("you" as const) } : seen;
  });
  const by = written?.by ?? authorsOf(interaction.kind, report.request);
  const request = { ...report.request, fields, by };
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
