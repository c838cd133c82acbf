import type { Exchange } from "../../http/exchange.ts";
import { reasonPhrase, statusMeaning } from "../../http/rules/status.ts";
import { Prediction } from "../kit/prediction.ts";
import type { Compare } from "./element.ts";

/** Statuses that a beginner may expect, and the belief that makes them expect it where it is wrong. */
const expectable: ReadonlyMap<number, string> = new Map([
  [200, "Every answer that arrives is a success."],
  [201, "Whatever is sent to a server makes something new."],
  [303, "A server leads the client on by itself."],
  [404, "Whatever goes wrong is a 404."],
  [500, "Whatever goes wrong is the server’s fault."],
]);

/**
 * Ask in `place` which status will come. `reveal` runs when the reader skips. Returns what sets an outcome beside the
 * guess.
 */
export function askForStatus(place: HTMLElement, built: Exchange, reveal: () => void, signal: AbortSignal): Compare {
  const prediction = new Prediction(place, signal);
  const expected = built.response?.status ?? 200;
  const statuses = [...new Set([...expectable.keys(), expected])].sort((a, b) => a - b);
  const choices = statuses.map((status) => {
    const belief = expectable.get(status);
    const text = `${status} ${reasonPhrase(status)}`;
    return belief === undefined ? { text } : { text, belief };
  });
  prediction.ask({ text: "Which status will come back?", choices }, reveal);
  return (exchange, said) => {
    const status = exchange.response?.status;
    const choice = status === undefined ? -1 : statuses.indexOf(status);
    const why = status === undefined ? (exchange.failure?.text ?? "") : statusMeaning(status);
    return prediction.compare({ choice: choice < 0 ? null : choice, text: said, why });
  };
}
