import type { Interaction, Outcome } from "./exchange.ts";
import { fieldValue, type RequestMessage, type ResponseMessage } from "./message.ts";

const shownByBrowser = ["document", "link", "form", "address", "reload", "history", "redirect"];

/**
 * Stage 5: what the client does with a response (RFC 9110 section 15). A navigation shows what came; a fetch hands it
 * to the page's code. Without a response, the client has only an error of the network.
 */
export function outcomeOf(
  request: RequestMessage,
  response: ResponseMessage | null,
  interaction: Interaction,
): Outcome {
  if (!response) {
    return {
      kind: "failed",
      text: "No response came, so the client reports an error of the network. fetch rejects its promise.",
    };
  }
  const navigation = shownByBrowser.includes(interaction.kind);
  const { status } = response;
  const location = fieldValue(response.fields, "Location");
  if (status === 304) {
    return { kind: "shown", text: "The client shows the copy that it kept: the server said that it is still good." };
  }
  if (status >= 300 && status < 400 && location !== null) {
    const method = followingMethod(request.method, status);
    return {
      kind: "followed",
      text: `The client makes a new request by itself: ${method} ${location}. That is a second cycle.`,
    };
  }
  if (status === 204 || status === 205) {
    return { kind: "stayed", text: "There is no content to show: a browser stays on the page where it is." };
  }
  if (request.method === "HEAD" || response.content === "") {
    return { kind: "nothing", text: "There is no content to show; the client reads the status and the fields." };
  }
  const type = (fieldValue(response.fields, "Content-Type") ?? "").split(";")[0]?.trim() ?? "";
  const ok = status < 400 ? "and response.ok is true" : "but response.ok is false: an error status is still a response";
  const promise = navigation ? "" : ` fetch fulfils its promise, ${ok}.`;
  if (type === "text/html") {
    return { kind: "shown", text: `A browser reads the HTML and draws the page from it.${promise}` };
  }
  if (type.startsWith("image/")) {
    return { kind: "shown", text: `A browser decodes the picture and draws it.${promise}` };
  }
  if (/[/+]json$/.test(type)) {
    if (navigation) return { kind: "data", text: "A browser shows the JSON as text; a script could use it as data." };
    return { kind: "data", text: `The client reads the JSON as data.${promise}` };
  }
  return { kind: "shown", text: `The client treats the content as ${type || "octets of an unknown type"}.${promise}` };
}

/** The method of the request that follows a redirect (RFC 9110 sections 15.4.2–15.4.9; Fetch, HTTP-redirect fetch). */
export function followingMethod(method: string, status: number): string {
  if (status === 303) return method === "HEAD" ? "HEAD" : "GET";
  if ((status === 301 || status === 302) && method === "POST") return "GET";
  return method;
}
