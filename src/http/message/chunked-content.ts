import { MessageError } from "./message.ts";
import { show } from "./message-line.ts";

/**
 * The content inside the chunked transfer coding (RFC 9112 section 7.1). Sizes count UTF-8 octets. Chunk extensions and
 * trailer fields are refused: the model has no place for them, and dropping them would change the message.
 * `firstLine` is the number of the line where `coded` begins. All lines end in `end`, CRLF or LF: taking now one, now the
 * other would leave open where a chunk ends.
 */
export function readChunks(coded: string, firstLine: number, end: string): string {
  const fail = (index: number, expected: string): never => {
    const before = coded.slice(0, index).split("\n");
    const rest = coded.slice(index, index + 100).split(/\r?\n/)[0];
    const found = index < coded.length ? (rest ? show(rest) : "the end of the line") : "the end of the text";
    throw new MessageError(firstLine + before.length - 1, (before.at(-1) ?? "").length + 1, expected, found);
  };
  const lineEnd = (index: number): number =>
    coded.startsWith(end, index) ? index + end.length : fail(index, "a line end as in the lines above");
  let content = "";
  let index = 0;
  for (;;) {
    const digits = /^[\da-f]{1,8}(?=\r?\n)/i.exec(coded.slice(index, index + 10))?.[0];
    if (digits === undefined)
      return fail(
        index,
        "the size of a chunk: hexadecimal digits, alone on their line (extensions have no place here)",
      );
    const size = Number.parseInt(digits, 16);
    const start = lineEnd(index + digits.length);
    if (size === 0) {
      const stop = lineEnd(start);
      return stop === coded.length ? content : fail(stop, "the end of the text after the last chunk");
    }
    const stop = afterOctets(coded, start, size);
    if (stop === null) return fail(start, `a chunk of ${size} bytes, made of whole characters`);
    content += coded.slice(start, stop);
    index = lineEnd(stop);
  }
}

/** The index that stands `count` UTF-8 octets after `start`; null past the end or in the middle of a character. */
function afterOctets(text: string, start: number, count: number): number | null {
  let index = start;
  let left = count;
  while (left > 0) {
    const code = text.codePointAt(index);
    if (code === undefined) return null;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    index += code < 0x10000 ? 1 : 2;
  }
  return left === 0 ? index : null;
}
