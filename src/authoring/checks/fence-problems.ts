import { task } from "../../demos/task/config.ts";
import { parseHttpFile } from "../../http/block/http-file.ts";
import { MessageError } from "../../http/message/message.ts";
import { parseResponse } from "../../http/message/parse-message.ts";
import { type Run, runBlock } from "../../lab/run-block.ts";
import { isExample } from "../blocks/examples.ts";
import { type FenceOptions, fenceOptions } from "../blocks/fence-options.ts";
import { taskWritten } from "../blocks/http-fences.ts";
import { readResource } from "../blocks/resource-block.ts";
import type { TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";
import { fields, methods } from "./known-names.ts";
import { nearest } from "./nearest.ts";

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
  slips.push(...markProblems(node, options.marked));
  if (slips.length > 0) return slips;
  if (options.task) {
    const told: Problem[] = [];
    task.element(taskWritten(node, options), "task", (at, ...said) => told.push(problem(at.line, at.column, ...said)));
    return told;
  }
  try {
    if (options.resource) {
      readResource(value);
      return [];
    }
    if (!options.send) {
      return listingProblems(value).map(({ line: inner, expected, found }) =>
        problem(line + inner, indent + 1, expected, found),
      );
    }
    const { as: act, raw, predict } = options;
    const runs = runBlock(value, { act, raw });
    if (predict && runs.length > 1) {
      return [problem(line, indent + 1, "one request in a block with “predict”", `${runs.length}`)];
    }
    return runs
      .flatMap((run) => runFaults(run, raw))
      .map(({ line: inner, expected, found }) => problem(line + inner, indent + 1, expected, found));
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    const told = problem(line + error.line, indent + error.column, error.expected, error.found);
    const lines = value.split("\n");
    const above = lines.slice(0, error.line).findLastIndex((each) => /^\s*###/.test(each));
    const [, variable] = /^\s*([\w-]+)\s*=/.exec(lines[error.line - 1] ?? "") ?? [];
    if (variable && lines.slice(above + 1, error.line - 1).every((each) => /^\s*(?:$|[@#]|\/\/)/.test(each))) {
      return [problem(line + error.line, indent + 1, `@ before a variable’s name, as in @${variable} = …`, "none")];
    }
    // A value of a response does not come where a request above went wrong.
    const earlier = /\{\{[^{}]*\.response\b/.test(lines[error.line - 1] ?? "")
      ? faultsIn(lines.slice(0, Math.max(above, 0)).join("\n"), options)
      : [];
    if (earlier.length > 0) {
      return earlier.map(({ line: inner, expected, found }) => problem(line + inner, indent + 1, expected, found));
    }
    if (!/^\s*\?\?/.test(lines[error.line - 1] ?? "")) return [told];
    // An expectation that cannot be read keeps nobody from looking at the others.
    return [told, ...fenceProblems({ ...node, value: lines.with(error.line - 1, "").join("\n") })];
  }
}

/** What is wrong with a request of a block that has been run: the first kind of fault that it has. */
function runFaults(run: Run, raw: boolean): readonly Fault[] {
  const slips = raw ? [] : nearMisses(run);
  const unmet = run.failures.map(({ line, expected, found }) => ({
    line,
    expected,
    found: expected.startsWith("status") ? found + reason(run) : found,
  }));
  return [slips, unmet, unsaid(run), unsent(run)].find((each) => each.length > 0) ?? [];
}

/** What is wrong with the requests of a piece of a block; nothing where it cannot be read. */
function faultsIn(text: string, { as: act, raw }: FenceOptions): readonly Fault[] {
  try {
    return runBlock(text, { act, raw }).flatMap((run) => runFaults(run, raw));
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return [];
  }
}

/**
 * What is wrong with the requests of a demo's fence beyond what the demo itself tells: names that are slips, and errors of which
 * neither a line nor a list below says that they are meant.
 */
export function demoFenceProblems(node: TreeNode, component: string): readonly Problem[] {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const { off, raw, expect, as: act } = fenceOptions(node.meta ?? "", "demo").options;
  const value = node.value ?? "";
  const told = (faults: readonly Fault[]) =>
    faults.map(({ line: inner, expected, found }) => problem(line + inner, column, expected, found));
  if (value.startsWith("HTTP/")) return told(nearFields(value));
  if (raw || expect) return [];
  // Who guesses a status is told which is right, and who plays the server answers for it.
  const isAnswered = off || component === "GuessTheStatus" || component === "BeTheServer";
  try {
    // An address may end in a fragment where readers see that it is not sent.
    const runs = runBlock(value.replace(/^(\S+ [^\s#]*)#\S*/, "$1"), { act });
    return runs.flatMap((run) => {
      const slips = nearMisses(run);
      return told(slips.length > 0 || isAnswered || run.failures.length > 0 ? slips : unsaid(run));
    });
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return [];
  }
}

/** Lines to be marked that the block does not have. */
function markProblems({ value = "", lang, meta, position }: TreeNode, marked: readonly number[]): readonly Problem[] {
  const { line = 1, column = 1 } = position?.start ?? {};
  const { length } = value.split("\n");
  const last = Math.max(0, ...marked);
  if (last <= length) return [];
  const at = column + `\`\`\`${lang} `.length + (meta ?? "").indexOf("{");
  return [problem(line, at, `lines that the block has, from 1 to ${length}`, `${last}`)];
}

/**
 * What is wrong with a block that is only shown: a request, a response, or fields alone. Throws a MessageError whose line counts
 * from the block's first.
 */
function listingProblems(text: string): readonly Fault[] {
  const lines = text.split("\n");
  const [first = ""] = lines;
  if (first.startsWith("HTTP/")) {
    parseResponse(text);
    return nearFields(text);
  }
  if (/^[A-Za-z]+ \S/.test(first)) {
    const [request] = parseHttpFile(text, { raw: true, answers: new Map() }).requests;
    const method = request?.request.method ?? "";
    const near = methods.includes(method) ? null : nearest(method, methods);
    return near ? [{ line: 1, expected: `the method ${near}`, found: `“${method}”` }] : nearFields(text);
  }
  if (/^[\w-]+:/.test(first)) {
    const end = lines.findIndex((line) => line.trim() === "");
    const head = lines.slice(0, end < 0 ? undefined : end);
    const index = head.findIndex((line) => !/^[!#$%&'*+.^`|~\w-]+:/.test(line));
    const found = head[index];
    if (found !== undefined)
      return [{ line: index + 1, expected: "a field such as Accept: text/html", found: `“${found}”` }];
  }
  return [];
}

/** What is wrong with a line of a block, counted from the block's first. */
interface Fault {
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

/** A method or a field that is hardly what its author meant, since a known one is as good as the same. */
function nearMisses({ places, exchange, expectations, failures }: Run): readonly Fault[] {
  const { method } = exchange.request;
  const isMeant = failures.length === 0 && expectations.some(({ subject }) => subject === "status");
  const nearMethod = isMeant || methods.includes(method) ? null : nearest(method, methods);
  const faults = places.fields.flatMap(({ field: { name }, line }) => nearField(name, line.number));
  if (nearMethod === null) return faults;
  return [{ line: places.start.number, expected: `the method ${nearMethod}`, found: `“${method}”` }, ...faults];
}

/** The fields of a message, given as it is written, that are hardly what its author meant. */
function nearFields(message: string): readonly Fault[] {
  const [head = ""] = message.split(/\n[ \t]*\n/);
  return head.split("\n").flatMap((line, index) => {
    const name = index === 0 ? undefined : /^([\w-]+):/.exec(line)?.[1];
    return name ? nearField(name, index + 1) : [];
  });
}

function nearField(name: string, line: number): readonly Fault[] {
  const near = fields.some((each) => each.toLowerCase() === name.toLowerCase()) ? null : nearest(name, fields);
  return near ? [{ line, expected: `the field ${near}, or a name less like it`, found: `“${name}”` }] : [];
}

/** An error with which a block ends, and of which it does not say that this is meant. */
function unsaid(run: Run): readonly Fault[] {
  const { response } = run.exchange;
  if (!response || response.status < 400 || run.expectations.some(({ subject }) => subject === "status")) return [];
  const expected = `?? status == ${response.status} below a request that is to end in an error`;
  return [{ line: run.line, expected, found: `${response.status}, and no such line${reason(run)}` }];
}

/** A field that the record has and the live request lacks, so that the two would differ. */
function unsent({ unsent }: Run): readonly Fault[] {
  if (!unsent) return [];
  const expected = "a field that a page can set, or “raw” behind send for a message that no browser sends";
  return [{ line: unsent.line.number, expected, found: `“${unsent.field.name}”, on which the answer depends` }];
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

/** A fence that means to be an `http` block, but says something else; or words behind another language that do nothing there. */
function languageProblems(node: TreeNode): readonly Problem[] {
  const { lang, meta } = node;
  const { line = 1, column = 1 } = node.position?.start ?? {};
  if (lang?.toLowerCase() === "http" || /(^|\s)send(\s|$)/.test(meta ?? "")) {
    return [problem(line, column, "the language http, in small letters, behind the ```", `“${lang}”`)];
  }
  if (!meta || isExample(node)) return [];
  const { options, problems } = fenceOptions(meta);
  const [slip] = problems;
  const other = /^\{[^}]*\}$/.test(meta.trim()) ? null : meta.trim();
  if (other !== null) return [problem(line, column, "nothing but {lines} to mark behind this language", `“${other}”`)];
  if (slip) return [problem(line, column, slip.expected, slip.found)];
  return markProblems(node, options.marked);
}
