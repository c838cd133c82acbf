import { type Field, fieldValue, octets, type RequestMessage } from "./message.ts";

/** The host of the mock server. */
export const libraryHost = "library.example";

/** Where its targets begin as URLs. */
export const libraryOrigin = `http://${libraryHost}`;

/**
 * A request with the lines that make it whole, which browsers write where no page can see them: Host (RFC 9112 section 3.2;
 * HTTP/1.0 needs none), and Content-Length where there is content and with an empty POST or PUT (RFC 9110 section 8.6; Fetch,
 * "HTTP-network-or-cache fetch"). What is there already stays as it is.
 */
export function wholeRequest(request: RequestMessage): RequestMessage {
  const { method, version, fields, content } = request;
  const has = (name: string): boolean => fieldValue(fields, name) !== null;
  const isFramed = has("Content-Length") || has("Transfer-Encoding");
  const needsLength = !isFramed && (content !== "" || method === "POST" || method === "PUT");
  const added = (needed: boolean, name: string, value: string): readonly Field[] =>
    needed ? [{ name, value, by: "browser", hidden: true }] : [];
  return {
    ...request,
    fields: [
      ...added(version === "HTTP/1.1" && !has("Host"), "Host", libraryHost),
      ...fields,
      ...added(needsLength, "Content-Length", `${octets(content)}`),
    ],
  };
}
