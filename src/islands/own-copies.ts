/**
 * The parts of a page that the browser took from copies of its own, without a request, as targets under `root`. What a
 * worker or the network brought has a worker's start or a size of transfer.
 */
export function ownCopies(page: Document, root: string): readonly string[] {
  const parts = page.defaultView?.performance.getEntriesByType("resource") as PerformanceResourceTiming[] | undefined;
  return (parts ?? [])
    .filter(({ name, workerStart, transferSize }) => name.startsWith(root) && workerStart === 0 && transferSize === 0)
    .map(({ name }) => name.slice(root.length));
}
