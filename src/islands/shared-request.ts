import { LinkError, type LinkedRequest, readRequestLink } from "../http/request-link.ts";
import { HttpExchange } from "./http-exchange.ts";

/**
 * Show the request of a link (a hash that begins with `#request=`) in the editor of the demo that it names, or of the
 * page's first; or say there why it is not shown. Nothing is sent.
 */
export function open(hash: string): void {
  const demos = [...document.querySelectorAll("http-exchange")].filter((each) => each instanceof HttpExchange);
  const read = readLink(hash);
  if (read instanceof LinkError) {
    demos[0]?.offer(null, `The link to this page should hold a request, and nothing was done with it. ${read.message}`);
    return;
  }
  const demo = demos.find(({ dataset }) => dataset["client"] === read.demo) ?? demos[0];
  demo?.offer(read.request, "This request came from a link and has not been sent. Read it, then press Send.");
}

function readLink(hash: string): LinkedRequest | LinkError {
  try {
    return readRequestLink(hash);
  } catch (error) {
    if (error instanceof LinkError) return error;
    throw error;
  }
}
