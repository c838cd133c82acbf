import { defineMdastPlugin } from "satteri";
import { type Html, html } from "../html.ts";
import { responseNotes } from "../http/notes.ts";
import { parseResponse } from "../http/parse-message.ts";
import { exchangeElement } from "../view/exchange-element.ts";
import { messageView } from "../view/message-view.ts";
import { type FenceOptions, fenceOptions } from "./fence-options.ts";
import { block, finished, text } from "./jsx.ts";
import { runBlock } from "./run-block.ts";

/**
 * Turns `http` fences into what they describe: with `send` the exchange, run while the page is built; a response
 * message into its annotated lines; any other stays a listing. Mistakes have been told by `pageChecks` before.
 */
export const httpFences = () => {
  let exchanges = 0;
  return defineMdastPlugin({
    name: "http-fences",
    code(node, context) {
      if (node.lang !== "http") return;
      const { options } = fenceOptions(node.meta ?? "");
      if (options.send) return finished(exchangesOf(node.value, () => `exchange-${++exchanges}`, options));
      if (options.title) {
        context.insertBefore(node, block("p", { class: "listing-title" }, [text(options.title)]));
      }
      if (node.value.startsWith("HTTP/")) return finished(responseOf(node.value));
      return;
    },
  });
};

function exchangesOf(source: string, nextClient: () => string, options: FenceOptions): Html {
  const lines = source.split("\n");
  const marked = options.marked.map((line) => lines[line - 1] ?? "");
  return html`${runBlock(source).map((run) => {
    const client = nextClient();
    const { method, target } = run.exchange.request;
    const title = run.title ?? options.title ?? `${method} ${target}`;
    return exchangeElement({ ...run.exchange, id: `${client}-built`, client }, { ...options, title, marked });
  })}`;
}

function responseOf(source: string): Html {
  return html`<div class="response-listing wide">${messageView(responseNotes(parseResponse(source)))}</div>`;
}
