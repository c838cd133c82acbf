import { toCurl } from "../http/curl.ts";
import { toFetch } from "../http/fetch-code.ts";
import type { RequestMessage } from "../http/message.ts";
import { LinkError, requestLink } from "../http/request-link.ts";

/** Where `npm run mock` answers. */
const realServer = "http://127.0.0.1:8080";

/** A request in another form, and what a reader must know to use it. */
export interface Code {
  /** Empty where the request cannot have this form; the note says why. */
  readonly text: string;
  readonly note: string;
}

/**
 * A request as the code that would send it, from a page or from a terminal, there also to the mock server run by Node; or as
 * a link to this page that opens it in the demo of that name.
 */
export function asCode(
  form: "cURL" | "cURL for a real server" | "fetch" | "a link",
  request: RequestMessage,
  demo = "",
): Code {
  if (form === "a link") return asLink(demo, request);
  if (form === "fetch") {
    return {
      text: toFetch(request, "http://library.example"),
      note: "library.example is not a real host: put a real address in its place.",
    };
  }
  if (form === "cURL") {
    return {
      text: toCurl(request, "http://library.example"),
      note: `The mock server lives in your browser, so a terminal cannot reach it. Run it as a real server with “npm run mock” in this project’s folder, and copy again for ${realServer}.`,
    };
  }
  return { text: toCurl(request, realServer), note: `${realServer} answers as long as “npm run mock” runs.` };
}

function asLink(demo: string, request: RequestMessage): Code {
  try {
    return {
      text: new URL(requestLink(demo, request), location.href).href,
      note: "The link opens this request in this page and sends nothing. Who has it can read all of the request.",
    };
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { text: "", note: `This request cannot travel in a link. ${error.message}` };
  }
}
