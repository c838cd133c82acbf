/**
 * Hold what the reader sees where it is when a demo above the window becomes live and so changes its height. Safari has no
 * scroll anchoring; call it where `overflow-anchor` is unknown. https://www.w3.org/TR/css-scroll-anchoring-1/
 */
export function anchor(demos: Iterable<Element>): void {
  const heights = new WeakMap<Element, number>();
  const observer = new ResizeObserver((entries) => {
    const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize ?? 0;
      const before = heights.get(target) ?? height;
      heights.set(target, height);
      if (height !== before && target.getBoundingClientRect().top + before <= edge)
        scrollBy({ top: height - before, behavior: "instant" });
    }
  });
  for (const demo of demos) {
    heights.set(demo, demo.getBoundingClientRect().height);
    observer.observe(demo);
  }
}
