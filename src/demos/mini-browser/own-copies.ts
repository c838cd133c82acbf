/**
 * The parts of the page in a window that the browser took from copies of its own, without a request, as targets under `root`. What a
 * worker or the network brought has a worker's start or a size of transfer.
 */
export function ownCopies(view: Window, root: string): readonly string[] {
  const parts = view.performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return parts
    .filter(({ name, workerStart, transferSize }) => name.startsWith(root) && workerStart === 0 && transferSize === 0)
    .map(({ name }) => name.slice(root.length));
}
