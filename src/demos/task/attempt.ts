import { checkHappening } from "../../http/block/expectations.ts";
import type { Exchange, Json } from "../../http/exchange.ts";
import { changed } from "../../library/engine/changes.ts";
import { seed } from "../../library/site/library.ts";
import { nearMissOf } from "./near-miss.ts";
import type { TaskBlock } from "./task-block.ts";

/** How far somebody has come with a task. */
export interface Attempt {
  /** The cycles of all acts that are over, but for those of other clients. */
  readonly cycles: readonly Exchange[];
  /** The server's data as these acts, and other clients, have left them. */
  readonly library: Json;
  readonly acts: number;
}

export const begun: Attempt = { cycles: [], library: seed, acts: 0 };

/** Know what the server changed in its data in a cycle. */
export function learned(attempt: Attempt, { steps }: Pick<Exchange, "steps">): Attempt {
  const library = steps.reduce<Json>(
    (data, step) => (step.kind === "run" ? changed(data, step.changes) : data),
    attempt.library,
  );
  return { ...attempt, library };
}

/** What an act came to. */
export interface Verdict {
  /** For each condition whether it is met. */
  readonly met: readonly boolean[];
  readonly isSolved: boolean;
  /** What is said to it where it nearly solves the task. */
  readonly near: string | null;
}

/** What an act comes to whose cycles have been learned. */
export function verdictOn(
  task: Pick<TaskBlock, "conditions" | "nearMisses">,
  attempt: Attempt,
  cycles: readonly Exchange[],
): Verdict {
  const happening = { cycles, earlier: attempt.cycles, library: attempt.library };
  const failed = checkHappening(task.conditions, happening).map(({ line }) => line);
  return {
    met: task.conditions.map(({ line }) => !failed.includes(line)),
    isSolved: failed.length === 0,
    near: nearMissOf(task, happening)?.sentence ?? null,
  };
}

/** The attempt after an act that had these cycles. */
export function afterAct(attempt: Attempt, cycles: readonly Exchange[]): Attempt {
  return { ...attempt, cycles: [...attempt.cycles, ...cycles], acts: attempt.acts + 1 };
}

/** What is said of an act that did not solve the task. Never that it is wrong. */
export function notYet({ met, near }: Verdict, came: string): string {
  const count = met.filter((each) => each).length;
  return [`Not yet: ${count} of ${met.length} met.`, came, near].filter(Boolean).join(" ");
}
