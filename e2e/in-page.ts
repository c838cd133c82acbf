// Functions that tests run in the page: each must stand alone, for it is sent there as text.

/** The custom elements at most so many windows away from the screen that no script has brought to life. */
export function notUpgraded(windows: number): string[] {
  const elements = [...document.querySelectorAll(":not(:defined)")];
  const isNear = (each: Element): boolean => {
    const { top, bottom } = each.getBoundingClientRect();
    return each.checkVisibility() && top < (windows + 1) * innerHeight && bottom > -windows * innerHeight;
  };
  return elements.filter(isNear).map(({ localName }) => localName);
}

/** The names of the demos that are at most the window's height away from it, where their code is to come. */
export function near(): string[] {
  const demos = [...document.querySelectorAll("[data-state]")].filter((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top < 2 * innerHeight && bottom > -innerHeight;
  });
  return demos.map(({ localName }) => localName);
}

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

/**
 * Texts within an element that a reader sees nowhere, but for pictures, what can be unfolded, definitions that the glossary
 * has too, and what is of no use on paper.
 */
export function unseenTexts(within: string): string[] {
  const root = document.querySelector(within);
  if (!root) return [`there is no ${within}`];
  const onPaper = matchMedia("print").matches
    ? ", nav, button, form, .controls, .invitation, .question, .verdict, [role=group] :is(label, legend), [role=status]"
    : "";
  const exempt = `script, style, template, noscript, svg, [role=img], [role=tooltip], details:not([open]) > :not(summary)${onPaper}`;
  const seen = new Set<string>();
  const unseen = new Set<string>();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue?.trim();
    const parent = node.parentElement;
    if (!text || !parent || parent.closest(exempt)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    const isDrawn = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    (isDrawn && width > 0 && height > 0 ? seen : unseen).add(text.slice(0, 80));
  }
  return [...unseen.difference(seen)];
}

/** What of the lesson nobody can read: its title, and of each stage the heading and a transcript. */
export function unreadable(): string[] {
  const isSeen = (element: Element | null | undefined) =>
    element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.textContent.trim() !== "";
  const missing = isSeen(document.querySelector("h1")) ? [] : ["the title"];
  for (const stage of [1, 2, 3, 4, 5]) {
    const section = document.getElementById(`stage-${stage}`);
    const lines = [...(section?.querySelectorAll("demo-exchange li[data-stage]") ?? [])];
    if (!isSeen(section?.querySelector("h2"))) missing.push(`the heading of stage ${stage}`);
    if (!lines.some((line) => isSeen(line) && line.textContent.includes("HTTP/1.1"))) {
      missing.push(`the transcript of stage ${stage}`);
    }
  }
  return missing;
}

/** Lets the page take everything for near the reader, so that each demo's code comes at once. Runs before the page does. */
export function allIsNear(): void {
  type Tell = (entries: readonly { isIntersecting: boolean; target: Element }[]) => void;
  class Near {
    readonly #tell: Tell;
    constructor(tell: Tell) {
      this.#tell = tell;
    }
    observe(target: Element): void {
      setTimeout(() => this.#tell([{ isIntersecting: true, target }]));
    }
    disconnect(): void {}
  }
  Object.assign(globalThis, { IntersectionObserver: Near });
}

/** The names of the custom elements that no script has brought to life, wherever they stand. */
export function notAlive(): string[] {
  return [...new Set(Array.from(document.querySelectorAll(":not(:defined)"), ({ localName }) => localName))];
}

/** The visible controls whose own custom element no script has brought to life, though one around or in it may be alive. */
export function deadControls(): string[] {
  const isOfDead = (control: Element): boolean => {
    let owner: Element | null = control;
    while (owner && !owner.localName.includes("-")) owner = owner.parentElement;
    return owner?.matches(":not(:defined)") ?? false;
  };
  const controls = [...document.querySelectorAll(":is(button, input, select, textarea)")].filter(isOfDead);
  return controls.filter((control) => control.checkVisibility()).map((control) => control.outerHTML.slice(0, 80));
}
