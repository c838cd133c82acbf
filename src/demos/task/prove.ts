import {
  checkHappening,
  conditionLine,
  type ExpectationFailure,
  type Happening,
} from "../../http/block/expectations.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { isSolved, nearMissOf } from "./near-miss.ts";
import { librariesFor, perform } from "./perform.ts";
import type { ReaderAct, TaskBlock } from "./task-block.ts";

/**
 * What is wrong with a task, with lines of its block: the solution must solve it, on each library; the start must not, nor any
 * act before the solution's last; and what is said to each near miss must have its occasion.
 */
export function taskProblems(task: TaskBlock): readonly ExpectationFailure[] {
  const unsolved = librariesFor(task).flatMap((library) => {
    const last = perform(task.solution, task.meanwhile, library).at(-1);
    return last ? checkHappening(task.conditions, last) : [];
  });
  if (unsolved.length > 0)
    return unsolved.slice(0, 1).map((each) => ({ ...each, expected: `the solution to meet ${each.expected}` }));
  const before = [
    ...run(task, task.start),
    ...librariesFor(task).flatMap((library) => perform(task.solution, task.meanwhile, library).slice(0, -1)),
  ];
  if (before.some((happening) => isSolved(task, happening))) {
    const found = "one that the start, or the solution before its last act, already meets";
    return [{ line: task.conditions[0]?.line ?? 1, expected: "conditions that are not met at first", found }];
  }
  const happenings = attempts(task).flatMap((acts) => run(task, acts));
  const met = new Set(happenings.map((each) => nearMissOf(task, each)));
  return task.nearMisses
    .filter((miss) => !met.has(miss))
    .map(({ condition }) => ({
      line: condition.line,
      expected:
        "a near miss that comes up: with the start, with the solution less one of its parts, or below === near miss",
      found: `${conditionLine(condition)}, which none of these meets before the near misses above it`,
    }));
}

function run(task: TaskBlock, acts: readonly ReaderAct[]): readonly Happening[] {
  return librariesFor(task).flatMap((library) => perform(acts, task.meanwhile, library));
}

/** What readers may try: the start, the solution less one of its parts or with that of the start, and what the author names. */
function attempts({ start, solution, tries }: TaskBlock): readonly (readonly ReaderAct[])[] {
  const before = solution.slice(0, -1);
  const [first, last] = [start[0], solution.at(-1)];
  const changed = first?.kind === "send" && last?.kind === "send" ? variants(last.request, first.request) : [];
  return [
    start,
    solution,
    [...start, ...solution],
    ...solution.map((_, index) => solution.toSpliced(index, 1)),
    ...changed.map((request): readonly ReaderAct[] => [...before, { kind: "send", request }]),
    ...tries,
  ];
}

/** The solution’s request with one part of the start’s in the place of its own, or without one. */
function variants(request: RequestMessage, start: RequestMessage): readonly RequestMessage[] {
  const withContent = (content: string): RequestMessage => ({
    ...request,
    content,
    fields: request.fields.filter(({ name }) => !/^content-length$/i.test(name)),
  });
  const { method, target, fields, content } = start;
  return [
    { ...request, method },
    { ...request, method, content: "", fields },
    { ...request, target },
    { ...request, fields },
    withContent(""),
    withContent(content),
    ...request.fields.map((field) => ({ ...request, fields: request.fields.filter((each) => each !== field) })),
  ];
}
