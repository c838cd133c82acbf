import { defineMdastPlugin, type MdastPluginDefinition } from "satteri";
import { blockElement, exchangeElement } from "../../demos/exchange/figure.ts";
import { type DemoIds, idFrom } from "../../demos/kit/demo-ids.ts";
import { toldIn } from "../../demos/kit/exchange-view.ts";
import { messageView } from "../../demos/kit/message-view.ts";
import { type Html, html } from "../../html.ts";
import { parseResponse } from "../../http/message/parse-message.ts";
import { responseNotes } from "../../http/notes.ts";
import { runBlock } from "../../lab/run-block.ts";
import { type FenceOptions, fenceOptions } from "./fence-options.ts";
import { block, finished, text } from "./jsx.ts";
import type { TreeNode } from "./tree.ts";

/**
 * Turns `http` fences into what they describe: with `send` the exchange, run while the page is built; a response
 * message into its annotated lines; any other stays a listing. Mistakes have been told by `pageChecks` before.
 */
export function httpFences(ids: DemoIds): MdastPluginDefinition {
  const told = new Set<string>();
  return defineMdastPlugin({
    name: "http-fences",
    code(node, context) {
      if (node.lang !== "http") return;
      const { options } = fenceOptions(node.meta ?? "");
      if (options.send) {
        const open = options.open ?? [stageAround(node as TreeNode, context) ?? 4];
        return finished(exchangesOf(node.value, ids, { ...options, open }, told));
      }
      if (options.title) {
        context.insertBefore(node, block("p", { class: "listing-title" }, [text(options.title)]));
      }
      if (node.value.startsWith("HTTP/")) return finished(responseOf(node.value));
      return;
    },
  });
}

/** The number of the `<Stage>` that a node stands in. */
function stageAround(node: TreeNode, context: { parent(node: never): unknown }): number | null {
  for (let each: TreeNode | undefined = node; each; each = context.parent(each as never) as TreeNode | undefined) {
    const number = each.name === "Stage" && each.attributes?.find(({ name }) => name === "number")?.value;
    if (number) return Number(typeof number === "string" ? number : number.value);
  }
  return null;
}

type OpenOptions = FenceOptions & { readonly open: readonly number[] };

/** @param told the fields that the page has explained so far; those of these exchanges are added */
function exchangesOf(source: string, ids: DemoIds, options: OpenOptions, told: Set<string>): Html {
  const lines = source.split("\n");
  const marked = options.marked.map((line) => lines[line - 1] ?? "");
  const runs = runBlock(source, "build", { act: options.as, raw: options.raw });
  const isBlock = runs.length > 1;
  const named = runs.map(({ title: own, exchange }) => {
    const { method, target } = exchange.request;
    const name = own ?? (isBlock ? null : options.title) ?? `${method} ${target}`;
    return { name, client: ids.take(idFrom(name) || "exchange") };
  });
  const requests = runs.map(({ exchange, expectations }, index) => {
    const { name = "", client = "" } = named[index] ?? {};
    const title = isBlock ? `${index + 1}. ${name}` : name;
    const known = [...told];
    for (const name of toldIn(exchange, options.open)) told.add(name);
    const { open } = options;
    const recorded = { exchange: { ...exchange, id: `${client}-built`, client }, marked, open, known, expectations };
    return exchangeElement(recorded, { ...options, title });
  });
  const library = named[0]?.client ?? "";
  return isBlock ? blockElement(options.title ?? "Requests in order", library, requests) : html`${requests}`;
}

function responseOf(source: string): Html {
  return html`<div class="response-listing wide">${messageView(responseNotes(parseResponse(source)))}</div>`;
}
