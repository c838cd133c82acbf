import { html } from "../html.ts";
import type { Field, RequestMessage, ResponseMessage } from "../http/message.ts";
import { entityTag, failedCondition, formatDate, wholeSecond } from "./conditions.ts";
import type { Page, Reply } from "./handler.ts";
import { fieldValue, octets, reasonPhrase } from "./interim.ts";
import { negotiate, type Representation } from "./negotiate.ts";
import { formatPage, pagePolicy } from "./page.ts";
import { chosenPart } from "./range.ts";
import { count, mediaType, splitTarget } from "./read.ts";

/** A response, and what there is to tell about how it came to be. */
export interface Built {
  readonly response: ResponseMessage;
  readonly text: string;
}

/** Makes the response message out of a handler's reply: picks the representation, checks conditions, writes the fields. */
export function build(request: RequestMessage, reply: Reply, now: Date): Built {
  const reads = request.method === "GET" || request.method === "HEAD";
  const offers = representations(request, reply);
  const accept = fieldValue(request.fields, "Accept");
  const liked = negotiate(offers, accept);
  const negotiated = offers.length > 1;
  const chosen = liked ?? offers[0] ?? null;

  if (reads && negotiated && !liked && reply.problem === undefined) {
    const types = offers.map(({ type }) => mediaType(type)).join(", ");
    return build(
      request,
      { status: 406, problem: `This resource comes as ${types}; Accept takes none of these.` },
      now,
    );
  }

  const tag = reply.cache !== undefined && reply.cache !== "no-store" && chosen ? entityTag(chosen.content) : null;
  const changed =
    reply.changed === undefined ? null : Math.min(wholeSecond(Date.parse(reply.changed)), wholeSecond(now.getTime()));
  const told: string[] = [];
  if (negotiated && chosen)
    told.push(
      `Of ${offers.map(({ type }) => mediaType(type)).join(" and ")} it chooses ${mediaType(chosen.type)}, by Accept.`,
    );

  let status = reply.status;
  let content = chosen?.content ?? "";
  let extra: readonly Field[] = [];
  if (reads && status === 200) {
    const failed = failedCondition(request, { tags: tag === null ? [] : [tag], exists: true, changed });
    if (failed?.status === 412) return build(request, preconditionFailed(failed.field), now);
    if (failed) {
      status = 304;
      told.push(`${failed.field} shows that the client’s copy is still good: the content need not be sent again.`);
    } else if (reply.ranges && tag !== null && changed !== null) {
      const part = chosenPart(request, content.length, tag, changed);
      if (part === "unsatisfiable") {
        const fields = { "Content-Range": `bytes */${content.length}` };
        return build(request, { status: 416, problem: `There are only ${content.length} octets.`, fields }, now);
      }
      if (part) {
        status = 206;
        extra = [{ name: "Content-Range", value: `bytes ${part.first}-${part.last}/${content.length}` }];
        content = content.slice(part.first, part.last + 1);
      }
    }
  }

  const bare = status === 204 || status === 205 || status === 304;
  const lastModified =
    status === 304 || (status === 206 && fieldValue(request.fields, "If-Range") !== null) ? null : changed;
  const field = (name: string, value: string | null | undefined | false): readonly Field[] =>
    typeof value === "string" ? [{ name, value }] : [];
  const fields = [
    ...field("Date", formatDate(now.getTime())),
    ...field("Content-Type", !bare && chosen?.type),
    ...field("Content-Length", status !== 204 && status !== 304 && String(bare ? 0 : octets(content))),
    ...extra,
    ...Object.entries(reply.fields ?? {}).map(([name, value]) => ({ name, value })),
    ...field("Accept-Ranges", reply.ranges && !bare && "bytes"),
    ...field("ETag", tag),
    ...field("Last-Modified", lastModified !== null && formatDate(lastModified)),
    ...field("Cache-Control", reply.cache),
    ...field("Vary", negotiated && "Accept"),
    ...field("Content-Security-Policy", !bare && chosen?.type.startsWith("text/html") && pagePolicy),
  ];
  const sent = bare || request.method === "HEAD" ? "" : content;
  const response = { version: "HTTP/1.1", status, reason: reasonPhrase(status), fields, content: sent };
  if (request.method === "HEAD") told.push("It leaves out the content, because the method is HEAD.");
  const inside = sent === "" ? "no content" : `${count(octets(sent), "octet")} of content`;
  told.push(
    `The server builds the response: status ${status} ${response.reason}, ${count(fields.length, "field")}, ${inside}.`,
  );
  return { response, text: told.join(" ") };
}

/** The reply to a request whose condition does not hold. */
export function preconditionFailed(field: string): Reply {
  return {
    status: 412,
    problem: `The condition in ${field} does not hold: the resource is not as you knew it. Get it again.`,
  };
}

/** All forms of the reply's content, the server's favourite first: who sends JSON is thought to like JSON. */
export function representations(request: RequestMessage, reply: Reply): readonly Representation[] {
  const { path } = splitTarget(request.target);
  const page = reply.page ?? (reply.problem === undefined ? undefined : problemPage(reply.status, reply.problem));
  const json =
    reply.problem === undefined
      ? reply.json
      : { type: "about:blank", title: reasonPhrase(reply.status), status: reply.status, detail: reply.problem };
  const all = [
    reply.file,
    page && { type: "text/html; charset=utf-8", content: formatPage(page, path) },
    json !== undefined && {
      type: `application/${reply.problem === undefined ? "" : "problem+"}json`,
      content: `${JSON.stringify(json, null, 2)}\n`,
    },
  ].filter((offer) => offer !== undefined && offer !== false);
  return mediaType(fieldValue(request.fields, "Content-Type")).endsWith("json") ? all.reverse() : all;
}

function problemPage(status: number, problem: string): Page {
  return { title: `${status} ${reasonPhrase(status)}`, main: html`<p>${problem}</p>` };
}
