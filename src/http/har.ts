import type { Exchange } from "./exchange.ts";
import { type Field, fieldValue, octets, type RequestMessage, type ResponseMessage } from "./message.ts";

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
  readonly _error?: string;
}

/**
 * Exchanges as an HTTP Archive. `created` is an ISO 8601 time; every entry starts then, because exchanges are timed from
 * their own interaction. An exchange without times took no time; one without a response has status 0, as in browsers.
 */
export function toHar(exchanges: readonly Exchange[], created: string): Har {
  const entries = exchanges.map(({ request, response, failure, times }) => {
    const wait = times ? times.arrived - times.sent : 0;
    return {
      startedDateTime: created,
      time: wait,
      request: harRequest(request),
      response: harResponse(response),
      cache: {},
      timings: { send: 0, wait, receive: 0 },
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
    url: `http://${fieldValue(fields, "Host") ?? "library.example"}${path}`,
    httpVersion: version,
    cookies: cookies(valuesOf(fields, "cookie").flatMap((value) => value.split(";"))),
    headers: pairs(fields),
    queryString: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
    ...(content === "" ? {} : { postData: { mimeType: type, text: content } }),
    headersSize: -1,
    bodySize: octets(content),
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
    cookies: cookies(valuesOf(fields, "set-cookie").map((value) => value.split(";")[0] ?? "")),
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

/** Cookies from texts such as `name=value`. */
function cookies(texts: readonly string[]): readonly object[] {
  return texts
    .filter((text) => text.includes("="))
    .map((text) => {
      const [name = "", ...value] = text.split("=");
      return { name: name.trim(), value: value.join("=").trim() };
    });
}
