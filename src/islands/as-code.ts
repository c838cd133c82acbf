import { toCurl } from "../http/curl.ts";
import { toFetch } from "../http/fetch-code.ts";
import type { RequestMessage } from "../http/message.ts";

/** Where `npm run mock` answers. */
const realServer = "http://127.0.0.1:8080";

/** A request in another form, and what a reader must know to use it. */
export interface Code {
  readonly text: string;
  readonly note: string;
}

/** A request as the code that would send it, from a page or from a terminal, there also to the mock server run by Node. */
export function asCode(form: "cURL" | "cURL for a real server" | "fetch", request: RequestMessage): Code {
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
