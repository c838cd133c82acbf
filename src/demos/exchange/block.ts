import { connect } from "../../lab/page/connect.ts";
import type { HttpExchange } from "./element.ts";

/** The requests of a block, up to one of them, or all. */
function requestsOf(block: Element, last?: HttpExchange): readonly HttpExchange[] {
  const all = [...block.querySelectorAll<HttpExchange>("demo-exchange")];
  return last ? all.slice(0, all.indexOf(last) + 1) : all;
}

/**
 * Send the requests of a block in order, on its own library as it was at first, up to one of them, or all. Stops where one
 * cannot be sent. Gives the sentence to announce.
 */
export async function sendInOrder(block: HTMLElement, last?: HttpExchange): Promise<string> {
  const demos = requestsOf(block, last);
  if (demos.some(({ dataset }) => dataset["state"] === "sending")) return "";
  const desks = await Promise.all(demos.map((demo) => demo.desk()));
  const client = desks[0]?.client ?? "";
  // Where there is no lab, each request tells why itself.
  await connect()
    .then((lab) => lab.reset(client))
    .catch(() => {});
  let sent = 0;
  for (const desk of desks) {
    if (!(await desk.fire())) break;
    sent += 1;
  }
  const many = `${sent} ${sent === 1 ? "request" : "requests"}`;
  return sent < desks.length
    ? `${many} sent, of ${desks.length}. The next one could not be sent: see there.`
    : `${many} sent in order, on a fresh library of this block’s own.`;
}

/** Bring the records of all requests of a block back. Gives the sentence to announce. */
export async function startOver(block: HTMLElement): Promise<string> {
  const desks = await Promise.all(requestsOf(block).map((demo) => demo.desk()));
  for (const desk of desks) desk.restore();
  return "The requests of this block and their transcripts are as recorded.";
}
