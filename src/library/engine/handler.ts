import type { Html } from "../../html.ts";
import type { Json } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import type { Library } from "../site/library.ts";

/** What a handler is given: one request, read, and the library's data at that moment. */
export interface Call {
  readonly request: RequestMessage;
  /** The part of the path that stands where the route says `:id`: `7` in `/books/7`. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The request's content: the members of a JSON object, or what was filled into a form. */
  readonly input: ReadonlyMap<string, Json>;
  /** Whether the content came from an HTML form: then a person waits for a page. */
  readonly fromForm: boolean;
  /** What the page answers that the route comes from; a route of the library's own has none. */
  readonly written?: Reply | undefined;
  readonly library: Library;
  readonly now: Date;
}

/** A page of the web site. Its links begin with `/`, the site's root. */
export interface Page {
  readonly title: string;
  readonly main: Html;
}

/** What a handler answers. With both `page` and `json` (or `problem`), the client's Accept decides which is sent. */
export interface Reply {
  readonly status: number;
  readonly page?: Page;
  readonly json?: Json;
  /** What went wrong, and how to mend it, for an error (RFC 9457). */
  readonly problem?: string;
  /** Any other content, with its media type. */
  readonly file?: { readonly type: string; readonly content: string };
  /** Further fields, by name. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Value of Cache-Control. What may be stored also gets validators: ETag, and Last-Modified if `changed` is known. */
  readonly cache?: string;
  readonly changed?: string;
  /** The entity tag, where the server is not to make one of the content. */
  readonly tag?: string;
  /** Whether a client may ask for a part of the content (RFC 9110 section 14); only for ASCII. */
  readonly ranges?: boolean;
  /** The library's data afterwards, if the handler changed it. */
  readonly library?: Library;
  /** What the handler looked up, as paths into the library's data. */
  readonly reads?: readonly string[];
  /** Milliseconds that the work takes. */
  readonly delay?: number;
}

/** Answers one method of one resource. It changes nothing: a change is part of its reply. */
export type Handler = (call: Call) => Reply;
