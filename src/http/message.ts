/**
 * HTTP messages as plain data (RFC 9110 section 6, RFC 9112 section 2).
 * Content is text: its length on the wire is that of its UTF-8 octets.
 */

/** Who wrote a line: the reader, the page's code, the browser, nobody we saw (the browser adds it out of sight), the server. */
export type Author = "you" | "page" | "browser" | "reconstructed" | "server";

/** A field line (RFC 9110 section 5). Names compare without regard to case; the order is kept. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly by?: Author;
}

/** A request message (RFC 9112 section 3). `target` is in origin form, as sent: `/books?q=dune`. */
export interface RequestMessage {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly fields: readonly Field[];
  readonly content: string;
}

/** A final response message (RFC 9112 section 4). */
export interface ResponseMessage {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly content: string;
}
