import type { Exchange } from "../exchange.ts";
import { type Field, fieldValue, octets, type RequestMessage, type ResponseMessage } from "../message/message.ts";

/** An HTTP Archive, as browsers' developer tools import it (HAR 1.2). */
export interface Har {
  readonly log: {
    readonly version: "1.2";
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
  };
}

/** One exchange of an archive. `_error` says why there is no response. */
export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: object;
  readonly response: object;
  readonly cache: Record<string, never>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly comment: string;
  readonly _error?: string;
}

/**
 * Exchanges as an HTTP Archive. Exchanges are timed from their own interaction, so each entry starts at the time that its
 * response tells, else at `now` (ms since 1970), and none before the one that stands above it has ended. An exchange
 * without times took no time; one without a response has status 0, as in browsers.
 */
export function toHar(exchanges: readonly Exchange[], now: number): Har {
  let free = 0;
  const entries = exchanges.map(({ interaction, request, response, failure, times }): HarEntry => {
    const wait = times ? times.arrived - times.sent : 0;
    const told = Date.parse((response && fieldValue(response.fields, "Date")) ?? "");
    const start = Math.max(free, Number.isNaN(told) ? now : told);
    free = start + wait;
    return {
      startedDateTime: new Date(start).toISOString(),
      time: wait,
      request: harRequest(request),
      response: harResponse(response),
      cache: {},
      timings: { send: 0, wait, receive: 0 },
      comment: interaction.text,
      ...(failure ? { _error: failure.text } : {}),
    };
  });
  const creator = { name: "HTTP Request-Response Cycle – Fundamentals", version: "1" };
  return { log: { version: "1.2", creator, entries } };
}

function harRequest({ method, target, version, fields, content }: RequestMessage): object {
  const path = target.startsWith("/") ? target : "/";
  const query = path.includes("?") ? path.slice(path.indexOf("?")) : "";
  const type = fieldValue(fields, "Content-Type") ?? "";
  return {
    method,
    url: `http://${fieldValue(fields, "Host") || "library.example"}${path}`,
    httpVersion: version,
    cookies: valuesOf(fields, "cookie").flatMap((value) => value.split(";").flatMap(cookie)),
    headers: pairs(fields),
    queryString: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
    ...(content === "" ? {} : { postData: { mimeType: type, text: content } }),
    headersSize: -1,
    bodySize: octets(content),
    ...(path === target ? {} : { comment: `The target of the request is ${target}.` }),
  };
}

function harResponse(response: ResponseMessage | null): object {
  const { version, status, reason, fields, content } = response ?? {
    version: "",
    status: 0,
    reason: "",
    fields: [],
    content: "",
  };
  const size = octets(content);
  return {
    status,
    statusText: reason,
    httpVersion: version,
    cookies: valuesOf(fields, "set-cookie").flatMap(setCookie),
    headers: pairs(fields),
    content: { size, mimeType: fieldValue(fields, "Content-Type") ?? "", text: content },
    redirectURL: fieldValue(fields, "Location") ?? "",
    headersSize: -1,
    bodySize: response ? size : -1,
  };
}

function pairs(fields: readonly Field[]): readonly object[] {
  return fields.map(({ name, value }) => ({ name, value }));
}

function valuesOf(fields: readonly Field[], name: string): readonly string[] {
  return fields.filter((field) => field.name.toLowerCase() === name).map(({ value }) => value);
}

/** A cookie from a text such as `name=value`; none where there is no `=`. */
function cookie(text: string): readonly { readonly name: string; readonly value: string }[] {
  const equals = text.indexOf("=");
  return equals < 0 ? [] : [{ name: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() }];
}

/** A cookie that is set, with those of its attributes that an archive has a place for (RFC 6265 section 4.1). */
function setCookie(text: string): readonly object[] {
  const [pair = "", ...attributes] = text.split(";");
  const told = new Map(
    attributes.map((attribute) => {
      const [name = "", value = ""] = attribute.split("=");
      return [name.trim().toLowerCase(), value.trim()];
    }),
  );
  const expires = Date.parse(told.get("expires") ?? "");
  return cookie(pair).map((read) => ({
    ...read,
    ...(told.has("path") && { path: told.get("path") }),
    ...(told.has("domain") && { domain: told.get("domain") }),
    ...(!Number.isNaN(expires) && { expires: new Date(expires).toISOString() }),
    httpOnly: told.has("httponly"),
    secure: told.has("secure"),
  }));
}
