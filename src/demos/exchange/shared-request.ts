import { LinkError, type LinkedRequest, readRequestLink } from "../../http/export/request-link.ts";
import type { HttpExchange } from "./element.ts";

/**
 * Show the request of a link (a hash that begins with `#request=`) in the editor of the demo that it names, or of the
 * page's first; or say there why it is not shown. Nothing is sent. The demos' code must be there.
 */
export function open(hash: string): void {
  const demos = [...document.querySelectorAll<HttpExchange>("demo-exchange")];
  const read = readLink(hash);
  if (read instanceof LinkError) {
    demos[0]
      ?.desk()
      .then((desk) =>
        desk.offer(null, `The link to this page should hold a request, and nothing was done with it. ${read.message}`),
      )
      .catch(() => {});
    return;
  }
  const demo = demos.find(({ dataset }) => dataset["client"] === read.demo) ?? byPlace(read.demo, demos);
  const moved = demo ? "" : " The demo in which it was written is no longer on this page.";
  const sentence = `This request came from a link and has not been sent.${moved} Read it, then press Send.`;
  (demo ?? demos[0])
    ?.desk()
    .then((desk) => desk.offer(read.request, sentence, read.before))
    .catch(() => {});
}

/** The demo that an old link means: such links counted the page's demos, from `exchange-1` on. */
function byPlace(name: string, demos: readonly HttpExchange[]): HttpExchange | undefined {
  const place = /^exchange-(\d+)$/.exec(name)?.[1];
  return place === undefined ? undefined : demos[Number(place) - 1];
}

function readLink(hash: string): LinkedRequest | LinkError {
  try {
    return readRequestLink(hash);
  } catch (error) {
    if (error instanceof LinkError) return error;
    throw error;
  }
}
