// How long each wait of the lab, and of the small browser on it, may last: milliseconds, named for what is waited for.

/** The worker's file comes and the worker is active. */
export const workerStart = 8000;

/** The frame from which a page's requests are sent has come. */
export const clientFrame = 3000;

/** The worker gives the sign that proves it, or that it did as told; it may have to be started first. */
export const sign = 3000;

/** A server that no longer answers is found again, in the worker or in the page: the above, one after the other. */
export const newPlace = 17_000;

/** An answer comes, besides the delays that the server was told to make. */
export const answer = 10_000;

/** The report follows its answer. */
export const report = 3000;

/** The report comes of a request whose answer broke. */
export const reportOfBroken = 500;

/** The browser's database does something; one that takes longer counts as blocked. */
export const database = 3000;

/** The reader answers as the server. Browsers end a worker's event after five minutes. */
export const substitute = 270_000;

/** A report that shows whose page has come into a frame. */
export const reportOfPage = 500;

/** The page of an answer begins to show. */
export const page = 4000;

/** How long an answer may take where the server makes these delays (milliseconds), or the reader answers for it. */
export function answerLimit({ network, server, held }: { network: number; server: number; held: boolean }): number {
  return answer + 2 * network + server + (held ? substitute : 0);
}
