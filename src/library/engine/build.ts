import { html } from "../../html.ts";
import { fieldValue, octets, type RequestMessage, type ResponseMessage } from "../../http/message/message.ts";
import { bringsNothing, mediaType } from "../../http/rules/content.ts";
import { reasonPhrase } from "../../http/rules/status.ts";
import { formatPage, pagePolicy } from "../site/page.ts";
import { entityTag, failedCondition, formatDate, wholeSecond } from "./conditions.ts";
import type { Page, Reply } from "./handler.ts";
import { negotiate, type Representation } from "./negotiate.ts";
import { chosenPart } from "./range.ts";
import { count, splitTarget } from "./read.ts";

/** A response, and in words how it came to be. */
export interface Built {
  readonly response: ResponseMessage;
  readonly text: string;
}

/** Makes the response message of a handler's reply: picks the representation, checks conditions, writes the fields. */
export function build(request: RequestMessage, reply: Reply, now: Date): Built {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const offers = representations(request, reply);
  const names = offers.map(({ type }) => type.replace(/;.*/, "")).join(" and ");
  const liked = negotiate(offers, fieldValue(request.fields, "Accept"));
  // What there is in one form only is sent to everybody, as section 12.5.1 of RFC 9110 allows.
  const negotiated = offers.length > 1;
  if (isRead && negotiated && !liked && reply.problem === undefined) {
    return build(request, { status: 406, problem: `We have ${names}, and Accept takes none of these.` }, now);
  }

  const { type, content: whole = "" } = liked ?? offers[0] ?? {};
  const tag = reply.tag ?? (reply.cache !== undefined && reply.cache !== "no-store" ? entityTag(whole) : null);
  const changed = reply.changed === undefined ? null : wholeSecond(Math.min(Date.parse(reply.changed), now.getTime()));
  let { status } = reply;
  let content = whole;
  let range: string | null = null;
  if (isRead && status === 200) {
    const failed = failedCondition(request, { tags: tag === null ? [] : [tag], exists: true, changed });
    const part = reply.ranges ? chosenPart(request, whole.length, tag, changed) : null;
    if (failed?.status === 412) return build(request, preconditionFailed(failed.field), now);
    if (failed) {
      status = 304;
    } else if (part === "unsatisfiable") {
      const fields = { "Content-Range": `bytes */${whole.length}` };
      return build(request, { status: 416, problem: `There are only ${whole.length} bytes.`, fields }, now);
    } else if (part) {
      status = 206;
      content = whole.slice(part.first, part.last + 1);
      range = `bytes ${part.first}-${part.last}/${whole.length}`;
    }
  }

  const bare = bringsNothing(status);
  // A partial answer to If-Range leaves out what the client knows (RFC 9110 section 15.3.7), and so does 304 (15.4.5).
  const isKnown = status === 304 || (status === 206 && fieldValue(request.fields, "If-Range") !== null);
  const lines: Readonly<Record<string, string | false | null | undefined>> = {
    Date: formatDate(now.getTime()),
    "Content-Type": !bare && type,
    "Content-Length": (!bare || status === 205) && String(octets(bare ? "" : content)),
    "Content-Range": range,
    ...reply.fields,
    "Accept-Ranges": reply.ranges && !bare && "bytes",
    ETag: tag,
    "Last-Modified": changed !== null && !isKnown && formatDate(changed),
    "Cache-Control": reply.cache,
    Vary: negotiated && "Accept",
    "Content-Security-Policy": !bare && type?.startsWith("text/html") && pagePolicy,
  };
  const fields = Object.entries(lines).flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : []));
  const reason = reasonPhrase(status);
  const sent = bare || request.method === "HEAD" ? "" : content;
  const size = sent === "" ? "no content" : `${count(octets(sent), "byte")} of content`;
  const text = [
    `The server builds the response: status ${status} ${reason}, ${count(fields.length, "field")}, ${size}.`,
    negotiated && ` Accept decides between ${names}.`,
    request.method === "HEAD" && " HEAD asks for no content.",
    status === 304 && " The client’s copy is still good, so the content stays here.",
  ];
  return {
    response: { version: "HTTP/1.1", status, reason, fields, content: sent },
    text: text.filter((sentence) => sentence !== false).join(""),
  };
}

/** The reply to a request whose condition, in this field, does not hold. */
export function preconditionFailed(field: string): Reply {
  return { status: 412, problem: `${field} does not hold: the resource is not as you know it. Get it anew.` };
}

/** All forms of the reply's content, the server's favourite first: who hands over JSON is thought to like JSON. */
export function representations(request: RequestMessage, reply: Reply): readonly Representation[] {
  const { status, problem, file } = reply;
  const title = reasonPhrase(status);
  const failed = problem !== undefined;
  const json = failed ? { type: "about:blank", title, status, detail: problem } : reply.json;
  const page: Page | undefined =
    reply.page ?? (failed ? { title: `${status} ${title}`, main: html`<p>${problem}</p>` } : undefined);
  const all = [
    file,
    page && { type: "text/html; charset=utf-8", content: formatPage(page, splitTarget(request.target).path) },
    json !== undefined && {
      type: failed ? "application/problem+json" : "application/json",
      content: `${JSON.stringify(json, null, 2)}\n`,
    },
  ].filter((offer) => offer !== undefined && offer !== false);
  // Vary names Accept alone, so nothing else decides in an answer that may be kept (RFC 9110 section 12.5.5).
  const isRead = request.method === "GET" || request.method === "HEAD";
  return !isRead && mediaType(request.fields, "Content-Type").endsWith("json") ? all.reverse() : all;
}
