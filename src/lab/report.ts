import type { Failure, Host } from "../http/exchange.ts";
import { type Field, fieldValue, type RequestMessage, type ResponseMessage } from "../http/message/message.ts";
import { bringsNothing } from "../http/rules/content.ts";
import { pagePolicy } from "../library/site/page.ts";
import { type Handled, handle } from "./library-host.ts";
import type { LibraryStore } from "./library-store.ts";
import * as limits from "./limits.ts";
import { protocolVersion, type Report } from "./protocol.ts";
import { Late, within } from "./within.ts";

/** Which request of which client is to be answered, and where the server runs. */
export type Occasion = Pick<Report, "id" | "client" | "destination"> & { readonly host: Host };

/** Run the mock server on one request and tell the whole of it. It never rejects: what goes wrong is a failure. */
export async function report(
  request: RequestMessage,
  occasion: Occasion,
  store: LibraryStore,
  substitute: (request: RequestMessage) => Promise<ResponseMessage | null>,
): Promise<Report> {
  let handled: Handled = { response: null, steps: [], took: 0 };
  let failure: Failure | null = null;
  try {
    handled = await handle(request, occasion, store, async (held) =>
      checked(await within(limits.substitute, substitute(held), "nobody answered in time")),
    );
    if (!handled.response) failure = serverOff;
  } catch (error) {
    const kind = error instanceof Late ? "timeout" : "network";
    failure = { kind, text: `No answer came from the server: ${(error as Error).message}.` };
  }
  const { response, steps, took } = handled;
  const { forgetful } = store;
  return {
    type: "exchange",
    version: protocolVersion,
    ...occasion,
    request,
    steps,
    response,
    failure,
    took,
    forgetful,
  };
}

/** Why there is no response from a server that is switched off. */
export const serverOff: Failure = {
  kind: "server-off",
  text: "The server is switched off: nothing answers, so there is no status code at all.",
};

/** A response as a browser takes it (Fetch, `Response` constructor); throws where a browser would refuse it. */
export function browserResponse({ status, reason, fields, content }: ResponseMessage): Response {
  const headers = fields.map(({ name, value }): [string, string] => [name, value]);
  // Fetch refuses content, even an empty one, with these (null body status).
  return new Response(bringsNothing(status) ? null : bodyOf(content, fields), { status, statusText: reason, headers });
}

/**
 * A stream reaches the page a tenth of a round trip sooner than a text does. Only of a text does a browser say that it is plain,
 * where nobody has said what it is.
 */
function bodyOf(content: string, fields: readonly Field[]): BodyInit {
  if (content === "" || fieldValue(fields, "Content-Type") === null) return content;
  return new ReadableStream({
    start: (all) => {
      all.enqueue(new TextEncoder().encode(content));
      all.close();
    },
  });
}

/** What somebody wrote as an answer, if a browser could take it, with a policy by which nothing in it runs. */
function checked(response: ResponseMessage | null): ResponseMessage {
  if (!response) throw new Error("it hung up");
  const policy: Field = { name: "Content-Security-Policy", value: pagePolicy, by: "page" };
  const { fields, content } = response;
  const isSafe = content === "" || fields.some(({ name, value }) => name === policy.name && value === policy.value);
  const answer = isSafe ? response : { ...response, fields: [...fields, policy] };
  try {
    browserResponse(answer);
    return answer;
  } catch {
    throw new Error("the browser does not take it");
  }
}
