import type { Expectation } from "../../http/block/expectations.ts";
import { fingerprint } from "../../http/fingerprint.ts";
import { formatRequest, MessageError, type RequestMessage } from "../../http/message/message.ts";
import { kind } from "../kit/kind.ts";
import { taskFigure } from "./figure.ts";
import { taskProblems } from "./prove.ts";
import { type NearMiss, type ReaderAct, readTaskBlock } from "./task-block.ts";

/** A task that the reader’s own acts solve. */
export interface TaskConfig {
  /** The message in the editor at first; null where the task is done in the small browser. */
  readonly message: string | null;
  /** Where the small browser begins. */
  readonly home: string;
  readonly conditions: readonly Expectation[];
  readonly nearMisses: readonly NearMiss[];
  readonly hints: readonly string[];
  readonly meanwhile: readonly RequestMessage[];
  /** Each act in words: a message, or a line such as `open /books`. */
  readonly solution: readonly string[];
  readonly why: string;
  /** Tells these conditions from those of another version of the task. */
  readonly version: string;
}

/** The kind that an `http task` fence is; no component stands for it. */
export const task = kind<TaskConfig>({
  component: "http task",
  folder: "task",
  within: ["mini-browser"],
  title: "A task",
  read({ parts: [fence], place }, tell) {
    if (fence?.kind !== "fence") return null;
    const at = (line: number, column = 1) => ({ line: place.line + line, column: place.column - 1 + column });
    try {
      const block = readTaskBlock(fence.source);
      const problems = taskProblems(block);
      for (const { line, expected, found } of problems) tell(at(line), expected, found);
      return problems.length > 0 ? null : configOf(block);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      tell(at(error.line, error.column), error.expected, error.found);
      return null;
    }
  },
  figure: taskFigure,
});

function configOf({
  start,
  conditions,
  nearMisses,
  hints,
  meanwhile,
  solution,
  why,
}: ReturnType<typeof readTaskBlock>): TaskConfig {
  const [first] = start;
  return {
    message: first?.kind === "send" ? editable(first.request) : null,
    home: first?.kind === "open" ? first.address : "/",
    conditions,
    nearMisses,
    hints,
    meanwhile,
    solution: solution.map(actText),
    why,
    version: versionOf(conditions),
  };
}

function actText(act: ReaderAct): string {
  return act.kind === "send" ? editable(act.request) : `open ${act.address}`;
}

/** A request as a text to be edited; its length is left out, since the browser counts the content. */
function editable(request: RequestMessage): string {
  const fields = request.fields.filter(({ name }) => !/^content-length$/i.test(name));
  return formatRequest({ ...request, fields })
    .replaceAll("\r\n", "\n")
    .trimEnd();
}

/** What a task asks for, in short, so that its words may change and its conditions may not. */
function versionOf(conditions: readonly Expectation[]): string {
  const lines = conditions.map(({ subject, name, operator, value }) => [subject, name, operator, value].join(" "));
  return fingerprint(lines.join("\n"));
}
