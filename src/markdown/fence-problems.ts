import { MessageError } from "../http/message.ts";
import { parseResponse } from "../http/parse-message.ts";
import { type Problem, problem } from "./author-error.ts";
import { fenceOptions } from "./fence-options.ts";
import { type Run, runBlock } from "./run-block.ts";
import type { TreeNode } from "./tree.ts";

/** What is wrong with a fence: its end, its language; in an `http` fence its options, its requests, its expectations. */
export function fenceProblems(node: TreeNode): readonly Problem[] {
  const line = node.position?.start.line ?? 1;
  if (isOpen(node)) {
    const column = node.position?.start.column ?? 1;
    return [problem(line, column, "a line ``` that ends the block which begins here", "none")];
  }
  if (node.lang !== "http") return languageProblems(node);
  const indent = (node.position?.start.column ?? 1) - 1;
  const meta = node.meta ?? "";
  const { options, problems } = fenceOptions(meta);
  const slips = problems.map(({ column, expected, found }) =>
    problem(line, indent + "```http ".length + column, expected, found),
  );
  const value = node.value ?? "";
  if (slips.length > 0) return slips;
  try {
    if (value.startsWith("HTTP/") && !options.send) parseResponse(value);
    if (!options.send) return [];
    return runBlock(value).flatMap((run) =>
      run.failures.map(({ line: inner, expected, found }) =>
        problem(line + inner, indent + 1, expected, expected.startsWith("status") ? found + reason(run) : found),
      ),
    );
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return [problem(line + error.line, indent + error.column, error.expected, error.found)];
  }
}

/** Why the server refused a request by itself, in its own words. */
function reason({ exchange: { steps } }: Run): string {
  const refusal = steps.find((step) => step.kind === "run" && step.handler === null);
  return refusal ? `. ${refusal.text.replace("No handler runs.", "The server says:")}` : "";
}

/** Whether a fence lacks its closing line, and so takes in all the rest of the page. */
function isOpen({ position, value = "" }: TreeNode): boolean {
  if (!position) return false;
  const { start, end } = position;
  const lines = value === "" ? 0 : value.split("\n").length;
  return end.column === 1 || end.line - start.line - 1 < lines;
}

/** A fence that means to be an `http` block, but says something else. */
function languageProblems({ lang, meta, position }: TreeNode): readonly Problem[] {
  if (lang?.toLowerCase() !== "http" && !/(^|\s)send(\s|$)/.test(meta ?? "")) return [];
  const { line = 1, column = 1 } = position?.start ?? {};
  return [problem(line, column, "the language http, in small letters, behind the ```", `“${lang}”`)];
}
