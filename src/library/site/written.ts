import type { Call, Reply } from "../engine/handler.ts";

/** A resource that a page of the site adds to the library: plain data, so that it reaches every place where the server runs. */
export interface WrittenResource {
  /** Where it stands: a path in which each character stands for itself. */
  readonly path: string;
  /** What GET answers, as its author wrote it. */
  readonly reply: WrittenReply;
}

/** What somebody writes of an answer; all else of it is the server's. */
export type WrittenReply = Pick<Reply, "status" | "file" | "fields" | "cache" | "changed" | "ranges" | "tag">;

/** GET of a resource that stands in a page: answers what the page’s author wrote. */
export function sendWritten({ written = { status: 404 } }: Call): Reply {
  return written;
}
