import { isCurlCommand, requestOfCurl } from "./curl-command.ts";

/** A text as the editor takes it, and in a sentence what it was before; null where it came as it is. */
export interface Pasted {
  readonly text: string;
  readonly note: string | null;
}

/**
 * What people have at hand, as the request that it plainly means: a curl command, a block with its fence, an indented text,
 * one with invisible signs from web pages and word processors, a request as developer tools list it, or one with its
 * response below. Throws a CurlError.
 */
export function plainRequest(pasted: string): Pasted {
  const visible = withoutInvisible(pasted);
  if (isCurlCommand(visible)) {
    return { text: requestOfCurl(visible), note: "The curl command was read as this request." };
  }
  const changes: readonly [change: (text: string) => string, what: string][] = [
    [() => visible, "signs that cannot be seen were taken out"],
    [withoutFence, "the lines of its fence were taken out"],
    [withoutIndent, "its indentation was taken out"],
    [withoutResponse, "the response below it was left out"],
    [ofDeveloperTools, "HTTP/1.1 stands in the place of a later version, which is not text"],
  ];
  const made: string[] = [];
  let text = pasted;
  for (const [change, what] of changes) {
    const changed = change(text);
    if (changed !== text) made.push(what);
    text = changed;
  }
  return { text, note: made.length === 0 ? null : `The request was made plain: ${made.join("; ")}.` };
}

/** Without a mark at the start, and with plain spaces in the head: what follows the first empty line stays as it is. */
function withoutInvisible(text: string): string {
  const whole = text.replace(/^\ufeff/, "");
  const end = /\n[^\S\n]*\n/.exec(whole.trimStart())?.index ?? whole.length;
  const head = whole.length - whole.trimStart().length + end;
  return (
    whole
      .slice(0, head)
      .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, "")
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ") + whole.slice(head)
  );
}

function withoutFence(text: string): string {
  const [, inside] =
    /^\s*?[ \t]*(?:`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:\n[ \t]*(?:`{3,}|~{3,})[ \t]*)?\s*$/.exec(text) ?? [];
  return inside ?? text;
}

function withoutIndent(text: string): string {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  return indents.length === 0 || common === 0 ? text : lines.map((line) => line.slice(common)).join("\n");
}

function withoutResponse(text: string): string {
  const response = /\n[ \t]*\r?\n(?=HTTP\/\d(?:\.\d)? \d{3}\b)/.exec(text);
  return response ? `${text.slice(0, response.index)}\n\n` : text;
}

/** A request of HTTP/2 or HTTP/3, with its pseudo-fields in the request line's place where they are listed (RFC 9113). */
function ofDeveloperTools(text: string): string {
  const named = new Map(
    Array.from(text.matchAll(/^:(method|path|authority|scheme):?[ \t]+(\S+)[ \t]*\r?$/gm), ([, name, value]) => [
      name,
      value,
    ]),
  );
  if (named.has("path")) {
    const fields = text.replace(/^:\w+:?[ \t].*\r?\n?/gm, "");
    const host = named.has("authority") && !/^host:/im.test(fields) ? `Host: ${named.get("authority")}\n` : "";
    return `${named.get("method") ?? "GET"} ${named.get("path")} HTTP/1.1\n${host}${fields}`;
  }
  return text.replace(/^(\s*[A-Za-z]+ \S+ )(?:HTTP\/[23](?:\.0)?|h[23])(?=[ \t]*(?:\r?\n|$))/, "$1HTTP/1.1");
}
