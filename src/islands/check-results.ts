/** What a reader has answered so far. Plain data, kept in this browser. */
export interface Results {
  /** The number of the chosen option, by the question's id. */
  readonly answers: Readonly<Record<string, number>>;
  /** The stages' numbers as the reader has put them in order; empty where nothing was moved. */
  readonly order: readonly number[];
  /** Who acts, by the stage's number. */
  readonly actors: Readonly<Record<string, string>>;
  /** The cycle in the reader's own words. */
  readonly words: string;
  /** The ticked points of the rubric. */
  readonly points: readonly number[];
}

export const noResults: Results = { answers: {}, order: [], actors: {}, words: "", points: [] };

/** The key of a site's results: an origin may hold many sites, each with a path of its own. */
export function resultsKey(basePath: string): string {
  return `http-cycle check ${basePath}`;
}

/** What is stored under a key; nothing where the browser lets no page store or what is there cannot be read. */
export function loadResults(key: string): Results {
  try {
    const text = localStorage.getItem(key);
    return text === null ? noResults : readResults(text);
  } catch {
    return noResults;
  }
}

/** Store results, or forget them where there are none; false where the browser does not allow it. */
export function saveResults(key: string, results: Results): boolean {
  try {
    if (results === noResults) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(results));
    return true;
  } catch {
    return false;
  }
}

/** Results from stored text, which anyone may have changed: what is not as expected is left out. Throws where it is no JSON. */
function readResults(text: string): Results {
  const stored = record(JSON.parse(text));
  const order = list(stored["order"]).filter(isNumber);
  const isWhole = [1, 2, 3, 4, 5].every((stage) => order.includes(stage)) && order.length === 5;
  return {
    answers: pick(record(stored["answers"]), isNumber),
    order: isWhole ? order : [],
    actors: pick(record(stored["actors"]), isText),
    words: isText(stored["words"]) ? stored["words"] : "",
    points: list(stored["points"]).filter(isNumber),
  };
}

const isNumber = (value: unknown): value is number => Number.isInteger(value);
const isText = (value: unknown): value is string => typeof value === "string";
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function pick<T>(values: Record<string, unknown>, is: (value: unknown) => value is T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => is(entry[1])));
}
