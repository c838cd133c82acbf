import { type MdastVisitorContext as Context, defineMdastPlugin, type MdastPluginDefinition } from "satteri";
import { blockElement, exchangeElement } from "../../demos/exchange/figure.ts";
import { type DemoIds, idFrom } from "../../demos/kit/demo-ids.ts";
import { toldIn } from "../../demos/kit/exchange-view.ts";
import { messageView } from "../../demos/kit/message-view.ts";
import type { Question } from "../../demos/kit/question-view.ts";
import type { Part, Written } from "../../demos/kit/written.ts";
import { task } from "../../demos/task/config.ts";
import { type Html, html } from "../../html.ts";
import { parseResponse } from "../../http/message/parse-message.ts";
import { responseNotes } from "../../http/notes.ts";
import { runBlock } from "../../lab/run-block.ts";
import { type FenceOptions, fenceOptions } from "./fence-options.ts";
import { block, finished, text } from "./jsx.ts";
import { predictionUnder, readPrediction } from "./prediction.ts";
import { readResource } from "./resource-block.ts";
import type { Resolve } from "./rich-text.ts";
import type { TreeNode } from "./tree.ts";
import { placeOf, readParts } from "./written.ts";

/**
 * Turns `http` fences into what they describe: with `send` the exchange, run while the page is built; a response
 * message into its annotated lines, and so a resource with what it answers; any other stays a listing. Mistakes have been told by `pageChecks` before.
 */
export function httpFences(ids: DemoIds, resolve: Resolve): MdastPluginDefinition {
  const told = new Set<string>();
  return defineMdastPlugin({
    name: "http-fences",
    code(node, context) {
      if (node.lang !== "http") return;
      const { options } = fenceOptions(node.meta ?? "");
      if (options.task) {
        const written = taskWritten(node as TreeNode, options);
        return finished(task.element(written, ids.take(idFrom(options.title ?? "") || "task"), () => {}) ?? html``);
      }
      if (options.resource) return finished(resourceOf(node.value, options.title));
      if (options.send) {
        const open = options.open ?? [stageAround(node as TreeNode, context) ?? 4];
        const question = options.predict ? questionUnder(node as TreeNode, context, resolve) : null;
        return finished(exchangesOf(node.value, ids, { ...options, open, question }, told));
      }
      if (options.title) {
        context.insertBefore(node, block("p", { class: "listing-title" }, [text(options.title)]));
      }
      if (node.value.startsWith("HTTP/")) return finished(responseOf(node.value));
      return;
    },
  });
}

/** A fence that is a task, as the kind of demo reads it. */
export function taskWritten(node: TreeNode, { title, must }: FenceOptions): Written {
  const place = placeOf(node);
  const source = node.value ?? "";
  const fence: Part = { kind: "fence", place, source, title, off: false, act: null, raw: false, expect: false };
  const attributes = { ...(title !== null && { title }), ...(must && { must: "" }) };
  return { component: task.component, place, attributes, parts: [fence] };
}

/** The number of the `<Stage>` that a node stands in. */
function stageAround(node: TreeNode, context: Context): number | null {
  for (let each: TreeNode | undefined = node; each; each = context.parent(each as never) as TreeNode | undefined) {
    const number = each.name === "Stage" && each.attributes?.find(({ name }) => name === "number")?.value;
    if (number) return Number(typeof number === "string" ? number : number.value);
  }
  return null;
}

/** Take the question from under a fence, for it stands in the transcript. */
function questionUnder(fence: TreeNode, context: Context, resolve: Resolve): Question | null {
  const siblings = (context.parent(fence as never)?.children ?? []) as readonly TreeNode[];
  const under = predictionUnder(siblings, context.indexOf(fence as never) ?? 0);
  for (const node of under) context.removeNode(node as never);
  const reading = { resolve, tell: () => {} };
  return readPrediction(readParts(under, reading), placeOf(fence), reading.tell);
}

type ShownOptions = FenceOptions & { readonly open: readonly number[]; readonly question: Question | null };

/** @param told the fields that the page has explained so far; those of these exchanges are added */
function exchangesOf(source: string, ids: DemoIds, options: ShownOptions, told: Set<string>): Html {
  const lines = source.split("\n");
  const marked = options.marked.map((line) => lines[line - 1] ?? "");
  const runs = runBlock(source, { act: options.as, raw: options.raw });
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
    const { open, question } = options;
    const record = { ...exchange, id: `${client}-built`, client };
    const recorded = { exchange: record, marked, open, known, expectations, question };
    return exchangeElement(recorded, { ...options, title });
  });
  const library = named[0]?.client ?? "";
  return isBlock ? blockElement(options.title ?? "Requests in order", library, requests) : html`${requests}`;
}

/** A resource as readers see it: where it is, and what GET gets there, with what the server adds to it. */
function resourceOf(source: string, title: string | null): Html {
  const { path } = readResource(source);
  const [run] = runBlock(`GET ${path}`);
  const response = run?.exchange.response;
  return html`<p class="listing-title">${title ?? "A resource of library.example"}: <code>GET ${path}</code></p>
${response && html`<div class="response-listing wide">${messageView(responseNotes(response))}</div>`}`;
}

function responseOf(source: string): Html {
  return html`<div class="response-listing wide">${messageView(responseNotes(parseResponse(source)))}</div>`;
}
