import { checkHappening, type Happening } from "../../http/block/expectations.ts";
import type { NearMiss, TaskBlock } from "./task-block.ts";

/** Whether an act solves a task. */
export function isSolved({ conditions }: Pick<TaskBlock, "conditions">, happening: Happening): boolean {
  return checkHappening(conditions, happening).length === 0;
}

/** The near miss that an act comes to; undefined where it solves the task, or is none. */
export function nearMissOf(
  task: Pick<TaskBlock, "conditions" | "nearMisses">,
  happening: Happening,
): NearMiss | undefined {
  if (isSolved(task, happening)) return undefined;
  return task.nearMisses.find(({ condition }) => checkHappening([condition], happening).length === 0);
}
