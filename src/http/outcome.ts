import type { Interaction, Outcome } from "./exchange.ts";
import { fieldValue, type RequestMessage, type ResponseMessage } from "./message/message.ts";
import { bringsNothing, mediaType } from "./rules/content.ts";
import { followingMethod, isRedirect } from "./rules/redirect.ts";

/**
 * Stage 5: what the client does with a response (RFC 9110 section 15). What a navigation brings is shown, a part goes into its
 * page, and a fetch hands the response to the page's script. Without a response, the client has only an error of the network.
 */
export function outcomeOf(
  request: RequestMessage,
  response: ResponseMessage | null,
  { kind }: Pick<Interaction, "kind">,
): Outcome {
  const isScript = kind === "script";
  if (!response) {
    return { kind: "failed", text: "No response came, so the client reports an error of the network." };
  }
  const { status, fields } = response;
  const location = fieldValue(fields, "Location");
  if (kind === "hand") {
    return {
      kind: "shown",
      text: "The program that you sent it with gets the text of the response, and acts on nothing.",
    };
  }
  if (isRedirect(status) && location !== null) {
    const method = followingMethod(request.method, status);
    return {
      kind: "followed",
      text: `The client now asks by itself: ${method} ${location}. That is a second cycle.`,
    };
  }
  if (status === 304) {
    const text = isScript
      ? "The copy that the request names is still good, so no content came. A script that kept none has nothing to show."
      : "The browser shows the copy that it kept: the server said that it is still good.";
    return { kind: "shown", text };
  }
  if (bringsNothing(status)) {
    const text = isScript
      ? "There is no content; the script reads the status and the fields."
      : "There is no content to show: a browser stays on the page where it is.";
    return { kind: "stayed", text };
  }
  if (request.method === "HEAD" || response.content === "") {
    const drawsOwn = !isScript && kind !== "part" && request.method !== "HEAD" && status >= 400;
    const text = drawsOwn
      ? "No page came with this answer, so the browser draws an error page of its own."
      : "There is no content to show; the client reads the status and the fields.";
    return { kind: "nothing", text };
  }
  const type = mediaType(fields);
  const isJson = /[/+]json$/.test(type);
  if (isScript) {
    const what = isJson
      ? "reads the JSON as data"
      : `gets the content as text, though it is ${type || "of no named type"}`;
    return { kind: "data", text: `The script ${type === "text/plain" ? "gets the text" : what}.` };
  }
  if (type === "text/html") return { kind: "shown", text: "A browser reads the HTML and draws the page from it." };
  if (type === "text/css") return { kind: "shown", text: "A browser reads the style sheet and draws the page by it." };
  if (type.startsWith("image/")) return { kind: "shown", text: "A browser decodes the picture and draws it." };
  if (isJson) return { kind: "data", text: "A browser shows the JSON as text; a script could use it as data." };
  return { kind: "shown", text: `The client treats the content as ${type || "bytes of an unknown type"}.` };
}
