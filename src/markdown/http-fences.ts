import { fileURLToPath } from "node:url";
import { defineMdastPlugin } from "satteri";
import { MessageError } from "../http/message.ts";
import { exchangeElement } from "../view/exchange-element.ts";
import { AuthorError } from "./author-error.ts";
import { runBlock } from "./run-block.ts";

/** Turns every ```` ```http send ```` fence into the exchange that it describes, run while the page is built. */
export const httpFences = () => {
  let blocks = 0;
  return defineMdastPlugin({
    name: "http-fences",
    options: { position: true },
    code(node, context) {
      if (node.lang !== "http" || !/^send\b/.test(node.meta ?? "")) return;
      const file = context.fileURL ? fileURLToPath(context.fileURL) : "a page";
      const fenceLine = node.position?.start.line ?? 0;
      const title = /title="([^"]*)"/.exec(node.meta ?? "")?.[1] ?? null;
      blocks += 1;
      const elements = exchangesOf(node.value, `exchange-${blocks}`, file, fenceLine, title);
      return {
        type: "mdxJsxFlowElement",
        name: "Fragment",
        attributes: [
          {
            type: "mdxJsxAttribute",
            name: "set:html",
            value: { type: "mdxJsxAttributeValueExpression", value: JSON.stringify(elements) },
          },
        ],
        children: [],
      };
    },
  });
};

function exchangesOf(text: string, client: string, file: string, fenceLine: number, title: string | null): string {
  try {
    return runBlock(text, client)
      .map((run) => {
        const [failure] = run.failures;
        if (failure) {
          throw new AuthorError(file, fenceLine + failure.line, `expected ${failure.expected}, found ${failure.found}`);
        }
        const { method, target } = run.exchange.request;
        return exchangeElement(run.exchange, run.title ?? title ?? `${method} ${target}`).text;
      })
      .join("");
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    throw new AuthorError(
      file,
      fenceLine + error.line,
      `expected ${error.expected}, found ${error.found}`,
      error.column,
    );
  }
}
