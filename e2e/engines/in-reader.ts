import type { Point } from "./tab.ts";

/** What a reader looks for: a thing of a role with a name, in another such thing. */
export interface Wanted {
  readonly role?: string;
  /** The whole accessible name, or a pattern in it. */
  readonly name?: string | Pattern;
  /** A custom element. */
  readonly tag?: string;
  /** Which of several, from 0; from -1 on, counted from the last. */
  readonly nth?: number;
  readonly within?: Wanted;
}

/** A regular expression as JSON. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** Where to press, or why a reader cannot. */
export type Place = Point | { readonly why: string };

/** What was seen last, and whether it was what had been waited for. */
export interface Seen<T> {
  readonly seen: T;
  readonly isSo: boolean;
}

/** What tests ask of a page that has been prepared. */
export interface Eyes {
  /** What the page has complained of since it was prepared. */
  readonly heard: string[];
  /** Looks each time that the page is drawn until it is so, with what was seen before beside it, or for so many seconds. */
  until<T>(look: () => T, isSo: (seen: T, before: T | null) => boolean, seconds: number): Promise<Seen<T>>;
  find(wanted: Wanted): Element | null;
  /**
   * A demo that has come near, but not its code yet. When that comes it moves what stands below it: WebKit does not make up for
   * that.
   */
  onItsWay(): Element | undefined;
  place(wanted: Wanted): Place;
  /** Whether the pointer went down on what was placed last. False too where something moved it away in that moment. */
  isHit(): boolean;
  /** Whether a demo is alive and has a control to show for it. Goes where it is. */
  isAlive(wanted: Wanted): boolean;
  /** The text as it is drawn, in one line; null where there is no such thing. */
  text(wanted: Wanted): string | null;
  /** The texts of all rows of a table, but for those of its head. */
  rows(wanted: Wanted): string[];
}

declare global {
  var eyes: Eyes;
}

/**
 * Gives the page's document what tests ask of it. Things in a frame are found like those around it: the page may look into
 * the frames of its demos, and no engine has to switch to them. It is sent there as text, and so stands alone.
 */
export function prepare(): void {
  if ("eyes" in globalThis || window !== top) return;
  const heard: string[] = [];
  const hear = (what: string): void => void heard.push(what);
  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) hear(`uncaught: ${event.message}`);
  });
  addEventListener("unhandledrejection", ({ reason }) => hear(`rejected: ${reason}`));
  // WebKit's driver prepares a page only when its scripts have begun: so what was reported before is heard too.
  const policy = (directive: unknown, uri: unknown): void => hear(`the policy forbids ${directive}: ${uri}`);
  if ("ReportingObserver" in globalThis) {
    const observer = new ReportingObserver(
      (reports) => {
        for (const { body } of reports) {
          const { effectiveDirective, blockedURL } = body as unknown as Record<string, unknown>;
          policy(effectiveDirective, blockedURL);
        }
      },
      { types: ["csp-violation"], buffered: true },
    );
    observer.observe();
  } else {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      policy(effectiveDirective, blockedURI),
    );
  }

  const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

  const inputRoles: Readonly<Record<string, string>> = {
    checkbox: "checkbox",
    radio: "radio",
    range: "slider",
    search: "searchbox",
    submit: "button",
    button: "button",
  };
  const roles: Readonly<Record<string, (element: Element) => string>> = {
    a: (element) => (element.hasAttribute("href") ? "link" : ""),
    body: () => "document",
    button: () => "button",
    fieldset: () => "group",
    h1: () => "heading",
    h2: () => "heading",
    h3: () => "heading",
    h4: () => "heading",
    img: () => "img",
    input: (element) => inputRoles[element.getAttribute("type") ?? ""] ?? "textbox",
    li: () => "listitem",
    section: () => "region",
    select: () => "combobox",
    summary: () => "button",
    svg: () => "img",
    table: () => "table",
    textarea: () => "textbox",
    tr: () => "row",
  };
  const roleOf = (element: Element): string =>
    element.getAttribute("role") ?? roles[element.localName]?.(element) ?? "";

  const spoken = (element: Element | null | undefined): string => {
    if (!element) return "";
    const parts = Array.from(element.childNodes, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
      if (node.nodeType !== Node.ELEMENT_NODE) return "";
      const child = node as Element;
      if (child.getAttribute("aria-hidden") === "true" || ["select", "input", "textarea"].includes(child.localName)) {
        return "";
      }
      const label = child.getAttribute("aria-label") ?? child.getAttribute("alt") ?? spoken(child);
      return getComputedStyle(child).display.startsWith("inline") ? label : ` ${label} `;
    });
    return parts.join("");
  };
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const referred = ids.map((id) => spoken(element.ownerDocument.getElementById(id))).join(" ");
    const labels = Array.from((element as HTMLInputElement).labels ?? [], spoken).join(" ");
    const own = element.getAttribute("aria-label") ?? element.getAttribute("alt") ?? "";
    const headed = spoken(element.querySelector(":scope > legend, :scope > caption"));
    return oneLine(referred || own || labels || headed || spoken(element) || element.getAttribute("title") || "");
  };

  const framesIn = (root: ParentNode): Document[] =>
    Array.from(root.querySelectorAll("iframe")).flatMap(({ contentDocument: inner }) =>
      inner ? [inner, ...framesIn(inner)] : [],
    );

  const find = ({ role, name, tag, nth = 0, within }: Wanted): Element | null => {
    const root = within ? find(within) : document;
    if (!root) return null;
    const pattern = typeof name === "object" ? new RegExp(name.source, name.flags) : null;
    const isIt = (element: Element): boolean =>
      (tag === undefined || element.localName === tag) &&
      (role === undefined || roleOf(element) === role) &&
      (element.checkVisibility() || element.localName === "option") &&
      (name === undefined || (pattern ? pattern.test(nameOf(element)) : nameOf(element) === name));
    const all = (within: ParentNode): Element[] => Array.from(within.querySelectorAll("*")).filter(isIt);
    // A frame whose page still waits for its style sheet is left alone, unless there is nowhere else to look.
    return all(root).at(nth) ?? framesIn(root).flatMap(all).at(nth) ?? null;
  };

  /** Goes to an element of which nothing is in the window. Firefox may take back one of two scrolls that follow each other. */
  const goTo = (element: Element | null | undefined): void => {
    if (!element) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (top >= innerHeight || bottom <= 0) element.scrollIntoView({ block: "center", behavior: "instant" });
  };

  /** Goes where a thing should be, for a demo's code comes when it is near the window. */
  const lookFor = (wanted: Wanted): Element | null => {
    const element = find(wanted);
    if (!element && wanted.within) goTo(lookFor(wanted.within));
    return element;
  };

  /** The frames around an element, the innermost first. */
  const framesAround = (element: Element): Element[] => {
    const frame = element.ownerDocument.defaultView?.frameElement;
    return frame ? [frame, ...framesAround(frame)] : [];
  };

  /** A point in the middle of what is seen of an element first, seen from the window. */
  const middle = (element: Element): Point => {
    const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    let [x, y] = [left + width / 2, top + height / 2];
    for (const frame of framesAround(element)) {
      const around = frame.getBoundingClientRect();
      x += around.left + frame.clientLeft;
      y += around.top + frame.clientTop;
    }
    return { x, y };
  };

  /** The innermost element that is drawn at a point of the window. */
  const drawnAt = ({ x, y }: Point, root: Document = document): Element | null => {
    const element = root.elementFromPoint(x, y);
    const inner = element?.localName === "iframe" ? (element as HTMLIFrameElement).contentDocument : null;
    if (!element || !inner) return element;
    const { left, top } = element.getBoundingClientRect();
    return drawnAt({ x: x - left - element.clientLeft, y: y - top - element.clientTop }, inner) ?? element;
  };

  const onItsWay = (): Element | undefined =>
    [...document.querySelectorAll(":not(:defined)")].find((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return top < 2 * innerHeight && bottom > -innerHeight;
    });

  let isHit = false;
  let aim = new AbortController();

  const place = (wanted: Wanted): Place => {
    const element = lookFor(wanted);
    if (!element) return { why: "it is not there" };
    if (element.matches(":disabled")) return { why: "it is disabled" };
    const isOn = (drawn: Element): boolean =>
      element.contains(drawn) || drawn.contains(element) || (drawn.closest("label")?.contains(element) ?? false);
    const point = middle(element);
    const top = drawnAt(point);
    if (!top || !isOn(top)) {
      for (const each of [element, ...framesAround(element)].reverse()) {
        each.scrollIntoView({ block: each === element ? "center" : "nearest", inline: "nearest", behavior: "instant" });
      }
      const where = `at ${Math.round(point.x)}, ${Math.round(point.y)}`;
      return {
        why: top ? `it is covered by ${top.outerHTML.slice(0, 100)}, ${where}` : `it is outside the window, ${where}`,
      };
    }
    const coming = onItsWay();
    if (coming) return { why: `${coming.localName} is still on its way` };
    isHit = false;
    aim.abort();
    aim = new AbortController();
    const hear = ({ target }: Event): void => {
      isHit = isOn(target as Element);
    };
    element.ownerDocument.addEventListener("pointerdown", hear, { capture: true, signal: aim.signal });
    return point;
  };

  const textOf = (element: Element): string => oneLine((element as HTMLElement).innerText ?? element.textContent ?? "");

  globalThis.eyes = {
    heard,
    until: async (look, isSo, seconds) => {
      const end = performance.now() + seconds * 1000;
      for (let before: ReturnType<typeof look> | null = null; ; ) {
        const seen = look();
        if (isSo(seen, before)) return { seen, isSo: true };
        if (performance.now() > end) return { seen, isSo: false };
        before = seen;
        await new Promise(requestAnimationFrame);
      }
    },
    find,
    onItsWay,
    place,
    isHit: () => isHit,
    isAlive: (wanted) => {
      const demo = lookFor(wanted);
      goTo(demo);
      return demo?.matches(":defined:has(button)") ?? false;
    },
    text: (wanted) => {
      const element = lookFor(wanted);
      return element && textOf(element);
    },
    rows: (wanted) =>
      Array.from(lookFor(wanted)?.querySelectorAll("tbody tr") ?? [])
        .filter((row) => row.checkVisibility())
        .map(textOf),
  };
}
