import { readReference } from "../reference/reference-files.ts";

/** Methods that are registered, or that the lesson speaks of: what is like one of them is a slip. */
export const methods: readonly string[] =
  "GET HEAD POST PUT PATCH DELETE OPTIONS QUERY TRACE CONNECT PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK SEARCH REPORT BREW".split(
    " ",
  );

/** Fields that are registered or in common use (IANA, "HTTP field name registry"): no name of them is a slip. */
export const fields: readonly string[] = [
  ...readReference().flatMap(({ kind, entries }) => (kind === "fields" ? entries.map(({ name }) => name) : [])),
  ..."A-IM Accept-Charset Accept-Datetime Access-Control-Request-Headers Access-Control-Request-Method Alt-Used DAV Depth Destination DNT Early-Data Expect Forwarded From Idempotency-Key If Keep-Alive Max-Forwards NEL Overwrite Pragma Prefer Priority Proxy-Authorization Proxy-Connection Purpose Save-Data Sec-Fetch-User Sec-GPC Sec-Purpose Sec-WebSocket-Key Sec-WebSocket-Version TE Timeout Tk Traceparent Tracestate Trailer Upgrade Via Want-Content-Digest X-Csrf-Token X-Forwarded-For X-Forwarded-Host X-Forwarded-Proto X-Request-Id X-Requested-With".split(
    " ",
  ),
];
