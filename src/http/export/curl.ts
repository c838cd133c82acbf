import { type Field, fieldValue, octets, type RequestMessage } from "../message/message.ts";
import { type Shell, shellCommand, unsayable } from "./shell-command.ts";

/** A command, and what a reader must know of it: each note is a sentence. */
export interface CurlCommand {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * A command for that shell which sends the request to an origin such as `http://127.0.0.1:8080`. Every word is quoted, so
 * that the shell hands it to curl as it is. What curl writes itself (Host, Content-Length) is left to it where that
 * comes to the same. The notes say what the command leaves out, and stand beside it: not every shell knows comments.
 */
export function toCurl(request: RequestMessage, origin: string, shell: Shell = "sh"): CurlCommand {
  const { content, method } = request;
  const notes: string[] = [];
  const cannot = unsayable(shell, content);
  if (content !== "" && method === "HEAD") notes.push("The content is left out: curl sends none with HEAD.");
  else if (cannot) notes.push(`The content is left out: ${cannot}.`);
  const sent = content !== "" && notes.length > 0 ? { ...request, content: "" } : request;
  return { text: shellCommand(shell, curlWords(sent, origin, sent === request)), notes };
}

/** The words of the command. `isWhole` is false where its content had to go, and with it the length of that. */
function curlWords(request: RequestMessage, origin: string, isWhole: boolean): readonly string[] {
  const { method, target, version, fields, content } = request;
  const words = ["--include"];
  // Of these methods an empty content is told too, by its length of 0 (RFC 9110 section 8.6).
  const hasData = content !== "" || (isWhole && /^(?:POST|PUT|PATCH)$/.test(method));
  if (version === "HTTP/1.0") words.push("--http1.0");
  if (method === "HEAD") words.push("--head");
  else if (method !== (hasData ? "POST" : "GET")) words.push("--request", method);
  const path = target.startsWith("/") ? target : "/";
  if (path !== target) words.push("--request-target", target);
  if (/[[\]{}]/.test(path)) words.push("--globoff");
  if (/\/\.|%2e/i.test(path)) words.push("--path-as-is");
  for (const field of fields) words.push(...fieldWords(field, content, origin, isWhole));
  // Without these, curl adds fields of its own.
  if (fieldValue(fields, "Host") === null) words.push("--header", "Host:");
  if (hasData && fieldValue(fields, "Content-Type") === null) words.push("--header", "Content-Type:");
  if (hasData) words.push("--data-raw", content);
  return [origin + path, ...words];
}

function fieldWords({ name, value }: Field, content: string, origin: string, isWhole: boolean): readonly string[] {
  const lower = name.toLowerCase();
  if (lower === "host" && value.toLowerCase() === origin.replace(/^https?:\/\//i, "").toLowerCase()) return [];
  if (lower === "content-length" && (!isWhole || value === String(octets(content)))) return [];
  const words = ["--header", value === "" ? `${name};` : `${name}: ${value}`];
  // The field goes as it is written; with this, curl also shows the content as it was before it was compressed.
  return lower === "accept-encoding" && value !== "" ? [...words, "--compressed"] : words;
}
