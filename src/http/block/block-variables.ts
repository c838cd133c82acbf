import type { ResponseMessage } from "../message/message.ts";
import { fail, type Line, show } from "../message/message-line.ts";
import { responseValue } from "./response-values.ts";

/** The responses to the requests of a block that have been sent, by the requests' names. */
export type Answers = ReadonlyMap<string, ResponseMessage>;

/** More text than this out of variables is a mistake or an attack: each line can double the one before. */
const limit = 1_000_000;

const isName = /^[a-z_][\w-]*$/i;

/** The variables of a block, in the order in which its lines set them. */
export class BlockVariables {
  readonly #values = new Map<string, string>();
  readonly #answers: Answers | null;
  /** The names of the requests above, answered or not. */
  readonly #above: string[] = [];
  #inserted = 0;

  /** @param answers null where nothing is sent, so that no value of a response can be had */
  constructor(answers: Answers | null) {
    this.#answers = answers;
  }

  /** From here on there may be values of the response to this request. */
  end(request: string): void {
    this.#above.push(request);
  }

  /** Take a line such as `@host = library.example`. Throws a MessageError. */
  set(line: Line): void {
    const { text } = this.expand(line);
    const [, name = "", value] = /^@([^\s=]*)\s*=\s*(\S.*)$/.exec(text) ?? [];
    if (!isName.test(name) || value === undefined) {
      const rule = name !== "" && !isName.test(name) ? " (its name is of letters, digits, - and _)" : "";
      fail(line, 0, `a variable such as @host = library.example${rule}`, show(line.text));
    }
    this.#values.set(name, value.trimEnd());
  }

  /** The line with every `{{name}}` replaced; its columns stay those of what was written. Throws a MessageError. */
  expand = (line: Line): Line => {
    if (!line.text.includes("{{")) return line;
    const pieces: { start: number; source: number; written: boolean }[] = [];
    let text = "";
    let source = 0;
    for (const match of line.text.matchAll(/\{\{([^{}]*)\}\}/g)) {
      const name = (match[1] ?? "").trim();
      const value = /^[\w-]+\.response\b/.test(name) ? this.#fromResponse(line, match) : this.#set(line, match);
      this.#inserted += value.length;
      if (this.#inserted > limit) fail(line, match.index, `at most ${limit} characters out of variables`, "more");
      pieces.push({ start: text.length, source, written: true });
      text += line.text.slice(source, match.index);
      pieces.push({ start: text.length, source: match.index, written: false });
      text += value;
      source = match.index + match[0].length;
    }
    pieces.push({ start: text.length, source, written: true });
    text += line.text.slice(source);
    const column = (index: number): number => {
      const piece = pieces.findLast(({ start }) => start <= index) ?? { start: 0, source: 0, written: true };
      return line.column(piece.source + (piece.written ? index - piece.start : 0));
    };
    return { text, number: line.number, column };
  };

  #set(line: Line, { 0: written, 1: inside = "", index }: RegExpExecArray): string {
    const name = inside.trim();
    if (!isName.test(name)) {
      const isMadeUp = name.startsWith("$");
      const found = isMadeUp
        ? `${show(written)}: a value that the tool makes up, which is not supported`
        : show(written);
      const expected = "the name of a variable in {{ }}, or a value such as {{first.response.headers.ETag}}";
      fail(line, index, expected, found);
    }
    const value = this.#values.get(name);
    if (value === undefined) fail(line, index, `a variable that a line such as @${name} = … sets above`, show(written));
    return value;
  }

  /** A value of an earlier response. Of one that is still to come, any text stands for it. */
  #fromResponse(line: Line, { 0: written, 1: inside = "", index }: RegExpExecArray): string {
    const [, name = "", path = ""] = /^([^.]+)\.(.*)$/.exec(inside.trim()) ?? [];
    if (this.#answers === null) {
      fail(line, index, "a text: a value of an earlier response stands only in a block that is sent", show(written));
    }
    if (!this.#above.includes(name)) {
      const known = this.#above.length > 0 ? `, one of ${this.#above.join(", ")}` : "";
      fail(line, index, `the name of a request above, as a line # @name ${name} gives it${known}`, show(name));
    }
    const answer = this.#answers.get(name);
    if (!answer) return "0";
    const value = responseValue(answer, path);
    return typeof value === "string"
      ? value
      : fail(line, index, `${value.expected} in ${show(written)}`, show(value.found));
  }
}
