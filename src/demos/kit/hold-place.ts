/** How long what stands above may come alive after a link was followed, in milliseconds. */
const settling = 3000;

/**
 * Keep what a link led to at the window's top while what stands above it comes alive, until the reader moves on. Scroll anchoring
 * does not do it: Safari has none, and elsewhere it may give up where much changes at once.
 */
export function holdPlace(target: Element): void {
  let height = 0;
  let top = 0;
  const scroll = (): void => {
    target.scrollIntoView({ behavior: "instant" });
    height = document.body.offsetHeight;
    top = target.getBoundingClientRect().top;
  };
  const resized = new ResizeObserver(scroll);
  const moved = new AbortController();
  const release = (): void => {
    resized.disconnect();
    moved.abort();
  };
  const options = { passive: true, signal: moved.signal };
  for (const act of ["wheel", "pointerdown", "keydown", "hashchange"]) addEventListener(act, release, options);
  // A scroll while nothing grows is somebody's.
  const isElsewhere = () => Math.abs(target.getBoundingClientRect().top - top) > 2;
  addEventListener("scroll", () => document.body.offsetHeight === height && isElsewhere() && release(), options);
  resized.observe(document.body);
  setTimeout(release, settling);
}
