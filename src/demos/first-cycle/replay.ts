import type { Exchange } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { requestNotes } from "../../http/notes.ts";
import { show } from "../kit/element-parts.ts";
import { outcomeLine } from "../kit/exchange-view.ts";
import { fire, switchServer } from "../kit/fire.ts";
import { letterView } from "../kit/message-view.ts";
import { Motion, really } from "../kit/motion.ts";

/** How long each stage stays on show, in milliseconds: time to read its sentence. */
const shownFor = [1300, 2000, 1900, 2000, 900];

/** Ask the mock server for what the link names, as a client of its own, with the server switched on or off. */
export async function ask(client: string, target: string, link: string, off: boolean): Promise<Exchange> {
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
 * end, which an abort of `skip` brings at once.
 */
export async function replay(host: HTMLElement, exchange: Exchange, skip: AbortSignal): Promise<void> {
  const last = exchange.response ? 5 : 2;
  const motion = new Motion(host, skip);
  for (let stage = 1; stage <= last && !motion.isOver; stage += 1) {
    light(host, stages.slice(0, stage));
    if (stage === 1)
      motion.move(".pointer", [{ translate: "0 0" }, { translate: "-3px -4px" }, { translate: "0 0" }], 500);
    if (stage === 2) travel(host, ".request > g", exchange.response ? 1 : 0.85, motion);
    if (stage === 2 && !exchange.response)
      motion.move(".lost", [{ opacity: 0 }, { opacity: 0, offset: 0.9 }, { opacity: 1 }], 1500);
    if (stage === 3)
      motion.move(
        ".book",
        [{ translate: "0 0" }, { translate: "0 -22px" }, { opacity: 0, translate: "0 -22px" }],
        1400,
      );
    if (stage === 4) travel(host, ".response > g", 1, motion);
    if (stage === 5) motion.move(".page", [{ opacity: 0 }, { opacity: 1 }], 600);
    await motion.wait(shownFor[stage - 1] ?? 0);
  }
  light(host, stages.slice(0, last));
  motion.end();
}

/** Show the page from the client's copy: of the five stages, only those of the client's own screen. Returns what to announce. */
export function showCopy(host: HTMLElement): string {
  light(host, [1, 5], null);
  return "Nothing was sent: no cycle. This is the copy that came before, as often when you press Back.";
}

const stages = [1, 2, 3, 4, 5];

/** Light the marks of some stages, and show the sentence of the last of them. */
function light(host: HTMLElement, lit: readonly number[], told = lit.at(-1) ?? null): void {
  for (const svg of host.querySelectorAll("svg")) {
    for (const [index, mark] of svg.querySelectorAll(".stage-mark").entries())
      mark.toggleAttribute("data-lit", lit.includes(index + 1));
  }
  for (const [index, caption] of host.querySelectorAll(".captions li").entries()) {
    caption.toggleAttribute("data-on", index + 1 === told);
  }
}

/** Let the slips go their way, of which they come as far as `share`. */
function travel(host: HTMLElement, selector: string, share: number, motion: Motion): void {
  for (const slip of host.querySelectorAll<SVGGElement>(selector)) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = (slip.dataset["ends"] ?? "").split(" ").map(Number);
    const [farX, farY] = [toX * (2 * share - 1), toY * (2 * share - 1)];
    const frames = [
      { opacity: 0, translate: `${fromX}px ${fromY}px` },
      { opacity: 1, translate: `${fromX / 2}px ${fromY / 4}px`, offset: 0.25 },
      { opacity: 1, translate: "0 0", offset: 0.5 },
      { opacity: 1, translate: `${farX / 1.4}px ${toY / 3}px`, offset: 0.85 },
      { opacity: share === 1 ? 0 : 0.3, translate: `${farX}px ${farY}px` },
    ];
    motion.move(slip, frames, 1700, "linear");
  }
}

/** What came of the cycle, how long it really took, and what is over and what is not. */
export function told(exchange: Exchange): string {
  const { response, times } = exchange;
  if (!response) return `${outcomeLine(exchange)} So there is no status code.`;
  const ended = "The cycle is over. The connection stays open.";
  return [`${response.status} ${response.reason}.`, really(times), ended].filter(Boolean).join(" ");
}

/** Show a request's lines with their authors; returns the sentence to announce. */
export function showAdded(place: Element, request: RequestMessage): string {
  show(place, letterView(requestNotes(request, "link")));
  const added = request.fields.filter(({ by }) => by === "browser").length;
  return `Your browser wrote ${added} header ${added === 1 ? "field" : "fields"} into this request. You only pressed a link.`;
}
