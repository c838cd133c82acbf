import { fieldValue, type RequestMessage } from "../../http/message/message.ts";
import type { Library } from "../site/library.ts";
import type { Reply } from "./handler.ts";
import { refusal } from "./read.ts";
import { type Served, serve } from "./serve.ts";

// What only a message by hand can say: a browser frames its requests well and sends each to its host. So the worker, which
// hears browsers alone, is spared this.

/** Answers one request as `serve` does, which may be any message that comes over a wire. */
export function serveOnWire(request: RequestMessage, state: Library, now: Date): Served {
  return serve(request, state, now, refusal(request) ?? wireRefusal(request));
}

/** Refuses a request that is not for this server, or of which nobody can be sure where it ends; else null. */
export function wireRefusal({ version, target, fields }: RequestMessage): Reply | null {
  return misframing(version, fields) ?? misdirection(target, fieldValue(fields, "Host"));
}

/** The hosts for which this server answers: its name, and where `npm run mock` puts it. */
const ownHost = /^(?:library\.example|localhost|127\.0\.0\.1|\[::1\])(?::\d*)?$/i;

/** Refuses a request for another host (RFC 9110 section 7.4); the host of a whole target goes before the field. */
function misdirection(target: string, host: string | null): Reply | null {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(target)?.[1] ?? host;
  if (authority === null || ownHost.test(authority)) return null;
  return { status: 421, problem: `This server answers for library.example, and not for ${authority}.` };
}

/** Refuses a request whose end nobody can be sure of, or whose coding we cannot undo (RFC 9112 section 6.1). */
function misframing(version: string, fields: RequestMessage["fields"]): Reply | null {
  const coding = fieldValue(fields, "Transfer-Encoding");
  if (coding === null) return null;
  if (version === "HTTP/1.0") return { status: 400, problem: "HTTP/1.0 has no Transfer-Encoding." };
  if (fieldValue(fields, "Content-Length") !== null) {
    return {
      status: 400,
      problem: "Either Content-Length or Transfer-Encoding says where the content ends, not both.",
    };
  }
  if (/^\s*chunked\s*$/i.test(coding)) return null;
  return { status: 501, problem: `The one transfer coding that we can undo is chunked; this one is ${coding}.` };
}
