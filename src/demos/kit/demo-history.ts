/** How many items a demo keeps, so that a long visit costs no memory. */
export const historyLimit = 50;

/** The latest items of a demo, oldest first, and how many older ones it has let go of. */
export interface DemoHistory<T> {
  readonly kept: readonly T[];
  readonly forgotten: number;
}

export const nothingYet: DemoHistory<never> = { kept: [], forgotten: 0 };

/** The history with one more item. */
export function remember<T>({ kept, forgotten }: DemoHistory<T>, item: T): DemoHistory<T> {
  const all = [...kept, item];
  const latest = all.slice(-historyLimit);
  return { kept: latest, forgotten: forgotten + all.length - latest.length };
}
