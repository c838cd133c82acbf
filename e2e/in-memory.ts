import type { Exchange } from "../src/http/exchange.ts";
import { fieldValue, type ResponseMessage } from "../src/http/message/message.ts";
import { serve } from "../src/library/engine/serve.ts";
import { type Library, seed } from "../src/library/site/library.ts";

/** When the server answered: to the millisecond where it wrote the time down, else to the second of its Date. */
export function instant({ steps, response }: Exchange): Date {
  const changed = steps.flatMap((step) => (step.kind === "run" ? step.changes.map(({ after }) => after) : []));
  const written = JSON.stringify(changed).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  return new Date(written.sort().at(-1) ?? fieldValue(response?.fields ?? [], "Date") ?? "");
}

/** What the requests of some exchanges come to in memory, one after the other, each at the moment of its exchange. */
export function inMemory(exchanges: readonly Exchange[]): readonly ResponseMessage[] {
  let state: Library = seed;
  return exchanges.map((exchange) => {
    const served = serve(exchange.request, state, instant(exchange));
    state = served.state;
    return served.response;
  });
}
