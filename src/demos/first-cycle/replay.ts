import type { Exchange } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { requestNotes } from "../../http/notes.ts";
import { show } from "../kit/element-parts.ts";
import { outcomeLine } from "../kit/exchange-view.ts";
import { fire, switchServer } from "../kit/fire.ts";
import { letterView } from "../kit/message-view.ts";

const client = "first-cycle";

/** How long each stage stays on show, in milliseconds: time to read its sentence. */
const shownFor = [1300, 2000, 1900, 2000, 900];

const easing = "cubic-bezier(.3,0,.2,1)";

/** Ask the mock server for what the link names, with the server switched on or off. */
export async function ask(target: string, link: string, off: boolean): Promise<Exchange> {
  const request: RequestMessage = {
    method: "GET",
    target,
    version: "HTTP/1.1",
    fields: [
      { name: "Host", value: "library.example" },
      { name: "Accept", value: "text/html" },
    ],
    content: "",
  };
  await switchServer([client], off);
  return fire(client, request, { kind: "link", text: `You press ${link}. It stands for clicking a link.` });
}

/**
 * Show a cycle that has happened again, at a pace that can be followed: stage by stage, as far as it came. Resolves at the
 * end, which an abort of `skip` brings at once. Nothing moves for readers who asked for less motion.
 */
export async function replay(host: HTMLElement, exchange: Exchange, skip: AbortSignal): Promise<void> {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const last = exchange.response ? 5 : 2;
  const moves: Animation[] = [];
  const move = (selector: string, frames: readonly Keyframe[], duration: number): void => {
    for (const each of host.querySelectorAll(selector)) {
      moves.push(each.animate([...frames], { duration, easing, fill: "forwards" }));
    }
  };
  for (let stage = 1; stage <= last && !isStill && !skip.aborted; stage += 1) {
    light(host, stage);
    if (stage === 1) move(".pointer", [{ translate: "0 0" }, { translate: "-3px -4px" }, { translate: "0 0" }], 500);
    if (stage === 2) travel(host, ".request > g", exchange.response ? 1 : 0.85, moves);
    if (stage === 2 && !exchange.response)
      move(".lost", [{ opacity: 0 }, { opacity: 0, offset: 0.9 }, { opacity: 1 }], 1500);
    if (stage === 3)
      move(".book", [{ translate: "0 0" }, { translate: "0 -22px" }, { opacity: 0, translate: "0 -22px" }], 1400);
    if (stage === 4) travel(host, ".response > g", 1, moves);
    if (stage === 5) move(".page", [{ opacity: 0 }, { opacity: 1 }], 600);
    await wait(shownFor[stage - 1] ?? 0, skip);
  }
  light(host, last);
  for (const each of moves) each.cancel();
}

/** The stage that is on show, and those that have been. */
function light(host: HTMLElement, stage: number): void {
  for (const svg of host.querySelectorAll("svg")) {
    for (const [index, mark] of svg.querySelectorAll(".stage-mark").entries())
      mark.toggleAttribute("data-lit", index < stage);
  }
  for (const [index, caption] of host.querySelectorAll(".captions li").entries()) {
    caption.toggleAttribute("data-on", index === stage - 1);
  }
}

/** Let the slips go their way, of which they come as far as `share`. */
function travel(host: HTMLElement, selector: string, share: number, moves: Animation[]): void {
  for (const slip of host.querySelectorAll<SVGGElement>(selector)) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = (slip.dataset["ends"] ?? "").split(" ").map(Number);
    const from = `${fromX}px ${fromY}px`;
    const to = `${toX * (2 * share - 1)}px ${toY * (2 * share - 1)}px`;
    const frames = [
      { opacity: 0, translate: from },
      { opacity: 1, translate: `${fromX / 2}px ${fromY / 4}px`, offset: 0.25 },
      { opacity: 1, translate: "0 0", offset: 0.5 },
      { opacity: 1, translate: `${(toX * (2 * share - 1)) / 1.4}px ${toY / 3}px`, offset: 0.85 },
      { opacity: share === 1 ? 0 : 0.3, translate: to },
    ];
    moves.push(slip.animate(frames, { duration: 1700, easing: "linear", fill: "forwards" }));
  }
}

function wait(milliseconds: number, skip: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (skip.aborted) end();
    skip.addEventListener("abort", end, { once: true });
  });
}

/** What came of the cycle, how long it really took, and what is over and what is not. */
export function told(exchange: Exchange): string {
  const { response, times } = exchange;
  if (!response) return `${outcomeLine(exchange)} So there is no status code.`;
  const took = times
    ? ` Really: ${times.arrived < 10 ? times.arrived.toFixed(1) : Math.round(times.arrived)} ms. Shown slowed down.`
    : "";
  return `${response.status} ${response.reason}.${took} The cycle is over. The connection stays open.`;
}

/** Show a request's lines with their authors; returns the sentence to announce. */
export function showAdded(place: Element, request: RequestMessage): string {
  show(place, letterView(requestNotes(request, "link")));
  const added = request.fields.filter(({ by }) => by === "browser").length;
  return `Your browser wrote ${added} header ${added === 1 ? "field" : "fields"} into this request. You only pressed a link.`;
}
