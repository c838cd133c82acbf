import { type Field, fieldValue, octets, type RequestMessage } from "./message.ts";

/**
 * A command for a POSIX shell that sends the request to an origin such as `http://library.example`. Every word is
 * quoted, so that the shell hands it to curl as it is. What curl writes itself (Host, Content-Length, the compressions
 * that it can undo) is left to it where that comes to the same.
 */
export function toCurl(request: RequestMessage, origin: string): string {
  const { method, target, version, content } = request;
  const words = ["--include"];
  const comments: string[] = [];
  if (version === "HTTP/1.0") words.push("--http1.0");
  const sendsContent = content !== "" && method !== "HEAD" && !content.includes("\0");
  if (content !== "" && !sendsContent) {
    comments.push(
      `# The content is left out: ${method === "HEAD" ? "curl sends none with HEAD" : "no shell can hand over NUL"}.`,
    );
  }
  if (method === "HEAD") words.push("--head");
  else if (method !== (sendsContent ? "POST" : "GET")) words.push(`--request ${quote(method)}`);
  const path = target.startsWith("/") ? target : "/";
  if (path !== target) words.push(`--request-target ${quote(target)}`);
  if (/[[\]{}]/.test(path)) words.push("--globoff");
  if (/\/\.|%2e/i.test(path)) words.push("--path-as-is");
  for (const field of request.fields) {
    const word = fieldWord(field, request, origin);
    if (word) words.push(word);
  }
  if (sendsContent) {
    // Without this, curl adds a type of its own.
    if (fieldValue(request.fields, "Content-Type") === null) words.push("--header 'Content-Type:'");
    words.push(`--data-raw ${quote(content)}`);
  }
  return [...comments, [`curl ${quote(origin + path)}`, ...words].join(" \\\n  ")].join("\n");
}

function fieldWord({ name, value }: Field, { content }: RequestMessage, origin: string): string | null {
  const lower = name.toLowerCase();
  if (lower === "host" && value.toLowerCase() === origin.replace(/^https?:\/\//i, "").toLowerCase()) return null;
  if (lower === "content-length" && value === String(octets(content))) return null;
  if (lower === "accept-encoding" && value !== "") return "--compressed";
  return `--header ${quote(value === "" ? `${name};` : `${name}: ${value}`)}`;
}

/** A text as one word of a POSIX shell: inside single quotes, only the single quote has a meaning. */
function quote(text: string): string {
  return /^[\w%+,./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
