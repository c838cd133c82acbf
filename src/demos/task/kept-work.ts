import { keep, kept } from "../kit/kept.ts";

/** What is kept of a reader's work at a task. */
export interface Work {
  /** How many acts it took so far; none is counted once it is solved. */
  readonly tries: number;
  /** The messages that solved it, as text; null while it is not solved. */
  readonly solvedBy: string | null;
}

/** The name under which work at a task is kept: the task’s id, and a mark of what it asks for. */
export function taskKey(id: string, version: string): string {
  return `task ${id} ${version}`;
}

const noWork: Work = { tries: 0, solvedBy: null };

/** The reader's work at a task, which is known by its id and by what it asks for. Anyone may have changed it in the browser. */
export function workAt(task: string): Work {
  const given = kept().answers.find(({ asked }) => asked === task)?.given;
  const { tries, solvedBy } = Object(given) as { tries?: unknown; solvedBy?: unknown };
  return {
    tries: typeof tries === "number" && tries > 0 ? Math.floor(tries) : 0,
    solvedBy: typeof solvedBy === "string" ? solvedBy : null,
  };
}

/** Keep what a reader has done; false where it lasts only as long as the page. */
export function keepWork(task: string, work: Work = noWork): boolean {
  return keep((before) => ({
    ...before,
    answers: [...before.answers.filter(({ asked }) => asked !== task), { asked: task, given: work }],
  }));
}
