import type { Exchange } from "../exchange.ts";
import { redirectTarget } from "./redirect.ts";

/**
 * What the promise of a fetch call came to (Fetch, section 5.6). Any response that the script may see fulfils it, whatever
 * its status. It rejects where none came, and where the browser withholds the one that came (CORS), which the mock server never
 * gives cause for.
 */
export type FetchPromise =
  | { readonly state: "fulfilled"; readonly status: number; readonly ok: boolean; readonly redirected: boolean }
  | { readonly state: "rejected"; readonly error: string };

/** The promise behind the cycles of one fetch call, of which each but the last was answered by a redirect. */
export function fetchPromise(cycles: readonly Exchange[]): FetchPromise {
  const response = cycles.at(-1)?.response;
  if (!response) return { state: "rejected", error: "TypeError" };
  const { status } = response;
  return { state: "fulfilled", status, ok: isOk(status), redirected: cycles.length > 1 };
}

/** What the promise of a fetch call came to, in one sentence. */
export function promiseSentence(promise: FetchPromise): string {
  if (promise.state === "rejected") return "fetch rejects its promise: no response came.";
  return promise.ok
    ? "fetch fulfils its promise, and response.ok is true."
    : "fetch fulfils its promise, for any status is a response; but response.ok is false.";
}

/** What `response.ok` is in a script (Fetch, "ok status"). */
export function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The target that fetch asks for next, by itself, after an answer; null where it is done. It gives up after 20. */
export function nextOfFetch(cycles: readonly Exchange[]): string | null {
  const last = cycles.at(-1);
  return last && cycles.length <= 20 ? redirectTarget(last) : null;
}
