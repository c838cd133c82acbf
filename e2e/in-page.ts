// Functions that tests run in the page: each must stand alone, for it is sent there as text.

/** The elements that make the page scroll sideways, the innermost ones. */
export function overflowing(): string[] {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > room + 0.5 || left < -0.5;
  });
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  return ["the page", ...innermost.map((element) => element.outerHTML.slice(0, 120))];
}

/** Texts within an element that no reader can see, but for pictures, what a reader can unfold, and what is of no use on paper. */
export function unseenTexts(within: string): string[] {
  const root = document.querySelector(within);
  if (!root) return [`there is no ${within}`];
  const exempt = "script, style, template, noscript, svg, [role=img], details:not([open]) > :not(summary)";
  const screenOnly = "nav, button, form";
  const onPaper = matchMedia("print").matches;
  const unseen: string[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!text.nodeValue?.trim() || !parent || parent.closest(exempt) || (onPaper && parent.closest(screenOnly)))
      continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { width, height } = range.getBoundingClientRect();
    const isDrawn = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isDrawn || width === 0 || height === 0) unseen.push(text.nodeValue.trim().slice(0, 80));
  }
  return unseen;
}
