/** A point of the window, in CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * One tab of a browser, as far as tests need it: what a reader does with mouse and keys, and what a script in the page can
 * tell. All points lie in the window, also those over frames: so no engine's ways with frames matter, and a page whose frame
 * still waits for its answer can be acted on. Every call ends in time, by an error if need be.
 */
export interface Tab {
  /** Opens an address; comes back when the page's scripts have begun to run. */
  open(url: string): Promise<void>;
  /**
   * Calls a function in the page's outermost document and gives what it returns. It is sent there as text, so it stands
   * alone, or is one; arguments and result are JSON.
   */
  run<A extends readonly unknown[], R>(script: ((...args: A) => R | Promise<R>) | string, ...args: A): Promise<R>;
  /** Presses the mouse at the first point, goes through the others, and lets go at the last. */
  drag(points: readonly Point[]): Promise<void>;
  /** Presses keys together, by their names in UI Events: `Control`, `a`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Types a text, each character a key. */
  type(text: string): Promise<void>;
  /** The window as a PNG. */
  screenshot(): Promise<Buffer>;
  /** What the browser itself complained of so far. What a page can hear of itself is heard by `listen`. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A browser that runs. */
export interface Browser {
  /** Opens a tab whose page has a size, one at a time. Its reader is new to each site that no tab before has been to. */
  openTab(size: Size): Promise<Tab>;
  /** Ends it with all its processes, whatever state it is in. */
  close(): Promise<void>;
}

/** The size of a window's page, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const laptop: Size = { width: 1280, height: 800 };
export const phone: Size = { width: 375, height: 812 };

/** The result of a call to a browser, or an error that names the call when it takes more than so many seconds. */
export async function within<T>(what: string, call: Promise<T>, seconds = 30): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`The browser did not end this in ${seconds} s: ${what}`)), seconds * 1000);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A script as the text of a function that takes its arguments as JSON and promises its result, or what it threw, as JSON. */
export function overJson(script: ((...args: never[]) => unknown) | string): string {
  return `async (json) => {
    try { return JSON.stringify({ value: await (${script})(...JSON.parse(json)) }); }
    catch (error) { return JSON.stringify({ error: String(error) }); }
  }`;
}

/** What such a function gave. */
export function fromJson<R>(json: unknown): R {
  const { value, error } = JSON.parse(String(json));
  if (error !== undefined) throw new Error(`In the page: ${error}`);
  return value;
}
