import type { Interaction } from "../../http/exchange.ts";
import { sendInteraction } from "../../http/interaction.ts";
import { formatRequest, type RequestMessage } from "../../http/message/message.ts";
import { type Run, runBlock } from "../../lab/run-block.ts";
import { asked, readChoices, runFence } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import { type Choice, type Fence, partName, type Tell, tellWords } from "../kit/written.ts";
import { twoClientsFigure } from "./figure.ts";
import { isChange, type Moment } from "./story.ts";

/** Two clients and what each can do. Texts are HTML. */
export interface TwoClientsConfig {
  readonly task: string;
  readonly question: string | null;
  readonly choices: readonly Choice[];
  readonly why: string;
  readonly clients: readonly [Client, Client];
}

export interface Client {
  readonly name: string;
  readonly buttons: readonly ClientButton[];
}

/** A button of a client. Its requests are sent in turn, one at each press. */
export interface ClientButton {
  readonly name: string;
  readonly requests: readonly { readonly request: RequestMessage; readonly interaction: Interaction }[];
}

const wanted = "requests named for two clients, as in ### Ada: Ask for the list";

export const twoClients = kind<TwoClientsConfig>({
  component: "TwoClients",
  folder: "two-clients",
  title: "Two clients, one server",
  read({ parts, place }, tell) {
    const paragraphs: string[] = [];
    const why: string[] = [];
    let fence: Fence | null = null;
    let choices: readonly Choice[] | null = null;
    for (const part of parts) {
      if (part.kind === "paragraph") (choices ? why : paragraphs).push(part.html);
      else if (part.kind === "fence" && !part.expect && !fence) fence = part;
      else if (part.kind === "choices" && !choices) choices = readChoices(part.items, tell).map(asked);
      else tell(part.place, "one http block, paragraphs and one task list inside <TwoClients>", partName(part));
    }
    if (!fence) {
      tell(place, `an http block inside <TwoClients>, with ${wanted}`, "none");
      return null;
    }
    tellWords(fence, ["as", "raw"], "the block of <TwoClients>", tell);
    const runs = runFence(fence, tell);
    const clients = readClients(runs, fence, tell);
    if (!clients) return null;
    return {
      task: (choices ? paragraphs.slice(0, -1) : paragraphs).join(""),
      question: choices ? (paragraphs.at(-1) ?? null) : null,
      choices: choices ?? [],
      why: why.join(""),
      clients,
    };
  },
  figure: (config) => twoClientsFigure(config, recorded(config)),
});

function readClients(runs: readonly Run[], fence: Fence, tell: Tell): readonly [Client, Client] | null {
  if (runs.length === 0) return null;
  const clients = new Map<string, Map<string, ClientButton["requests"][number][]>>();
  for (const { title, line, exchange } of runs) {
    const [, name, act] = /^([^:]+): *(.+)$/.exec(title ?? "") ?? [];
    if (name === undefined || act === undefined) {
      tell({ line: fence.place.line + line, column: fence.place.column }, wanted, title ? `### ${title}` : "no name");
      return null;
    }
    const buttons = clients.get(name) ?? new Map();
    clients.set(name, buttons);
    const request = exchange.request;
    buttons.set(act, [
      ...(buttons.get(act) ?? []),
      { request, interaction: sendInteraction(request, fence.act ?? undefined) },
    ]);
  }
  const [first, second, third] = [...clients].map(
    ([name, buttons]): Client => ({ name, buttons: [...buttons].map(([act, requests]) => ({ name: act, requests })) }),
  );
  if (first && second && !third) return [first, second];
  tell(fence.place, "requests of two clients", `those of ${clients.size}: ${[...clients.keys()].join(", ")}`);
  return null;
}

/** Both ask, the first changes something, the second waits, and at last asks again. */
function recorded({ clients: [first, second] }: TwoClientsConfig): readonly Moment[] {
  const all = (client: Client, index: 0 | 1) =>
    client.buttons.flatMap(({ requests: [one] }) => (one ? [{ client: index, ...one }] : []));
  const asks = (client: Client, index: 0 | 1) => all(client, index).filter(({ request }) => !isChange(request));
  const changes = [...all(first, 0), ...all(second, 1)].filter(({ request }) => isChange(request)).slice(0, 1);
  const before = [...asks(first, 0).slice(0, 1), ...asks(second, 1).slice(0, 1)];
  const after = asks(second, 1).slice(0, 1);
  const order = [...before, ...changes, ...after];
  const runs = runBlock(order.map(({ request }) => formatRequest(request)).join("\n\n###\n\n"));
  const cycles = runs.map(
    ({ exchange }, index): Moment => ({ kind: "cycle", client: order[index]?.client ?? 0, exchange }),
  );
  const wait: Moment = { kind: "wait", client: 1, seconds: null, heard: 0 };
  const place = before.length + changes.length;
  return [...cycles.slice(0, place), wait, ...cycles.slice(place)];
}
