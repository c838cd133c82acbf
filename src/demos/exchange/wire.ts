import type { Exchange } from "../../http/exchange.ts";
import { followsRedirect } from "../../http/interaction.ts";
import { followingMethod, redirectTarget } from "../../http/rules/redirect.ts";
import { part, show } from "../kit/element-parts.ts";
import { fire } from "../kit/fire.ts";
import { Motion, really } from "../kit/motion.ts";
import { wireView } from "./wire-view.ts";

/** How long a message is under way, and how long the server works, in milliseconds. */
const [underWay, atWork] = [700, 400];

/** Show on the wire that the messages of a cycle travel, and of one that follows a redirect too, until `skip` is aborted. */
export async function travel(wire: Element, exchange: Exchange, skip: AbortSignal): Promise<void> {
  await travelOnce(wire, exchange, really(exchange.times), skip);
  const next = skip.aborted ? null : await following(exchange);
  if (!next || skip.aborted) return;
  await travelOnce(wire, next, "Cycle 2, by the browser itself", skip);
}

/** The cycle that the browser begins by itself after a redirect; null where there is none that changes nothing. */
async function following(exchange: Exchange): Promise<Exchange | null> {
  const target = redirectTarget(exchange);
  const { client, request, response } = exchange;
  const method = followingMethod(request.method, response?.status ?? 0);
  if (target === null || method !== "GET") return null;
  const fields = request.fields.filter(({ name }) => /^accept/i.test(name));
  return fire(client, { ...request, method, target, fields, content: "" }, followsRedirect);
}

async function travelOnce(wire: Element, exchange: Exchange, said: string, skip: AbortSignal): Promise<void> {
  show(wire, wireView(exchange, said));
  const motion = new Motion(wire, skip);
  const arrives = exchange.response !== null;
  if (!motion.isOver) {
    motion.move(".back", [{ opacity: 0 }, { opacity: 0 }], 1);
    go(wire, ".out", arrives ? 1 : 0.85, 1, motion);
    await motion.wait(underWay);
  }
  if (arrives && !motion.isOver) {
    await motion.wait(atWork);
    motion.move(".back", [{ opacity: 1 }, { opacity: 1 }], 1);
    go(wire, ".back", 1, -1, motion);
    await motion.wait(underWay);
  }
  motion.end();
}

/** Let a slip go from one end of its way towards the other; at rest it lies in the middle. */
function go(wire: Element, way: string, share: number, direction: 1 | -1, motion: Motion): void {
  const lane = part<HTMLElement>(wire, way);
  const slip = part<HTMLElement>(lane, "span");
  const half = (direction * (lane.clientWidth - slip.offsetWidth)) / 2;
  const frames = [{ translate: `${-half}px 0` }, { translate: `${half * (2 * share - 1)}px 0` }];
  motion.move(slip, frames, underWay);
}
