import { type BlockRequest, parseHttpFile } from "../../http/block/http-file.ts";
import { checkSendable } from "../../http/block/sendable.ts";

/** The one request that an edited text holds, which a browser can send. Throws an Error whose message says what is wrong. */
export function editedRequest(text: string): BlockRequest {
  const [first, second] = parseHttpFile(text).requests;
  if (!first) throw new Error("Expected a request, such as GET /books HTTP/1.1; found none.");
  if (second) throw new Error(`Expected one request; found a second one at line ${second.line}.`);
  checkSendable(first);
  return first;
}

/** Make an editor as high as its text. */
export function fitRows(editor: HTMLTextAreaElement): void {
  editor.rows = Math.max(5, editor.value.split("\n").length + 1);
}

/** Select the character at a line and column (both from 1), so that the reader sees where the error stands. */
export function placeCaret(editor: HTMLTextAreaElement, line: number, column: number): void {
  const before = editor.value.split("\n").slice(0, line - 1);
  const start = before.reduce((length, text) => length + text.length + 1, 0) + column - 1;
  editor.setSelectionRange(start, start + 1);
}
