/** Something took longer than it may. */
export class Late extends Error {}

/** The promise's outcome, or, when it takes longer than that many milliseconds, a rejection with a `Late` error. */
export function within<T>(milliseconds: number, promise: Promise<T>, message: string): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Late(message)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
