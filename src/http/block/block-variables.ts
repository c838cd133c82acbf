import { fail, type Line, show } from "../message/message-line.ts";

/** More text than this out of variables is a mistake or an attack: each line can double the one before. */
const limit = 1_000_000;

const isName = /^[a-z_][\w-]*$/i;

/** The variables of a block, in the order in which its lines set them. */
export class BlockVariables {
  readonly #values = new Map<string, string>();
  #inserted = 0;

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
      if (!isName.test(name)) {
        const other = name.startsWith("$")
          ? "a value that the tool makes up"
          : name.includes(".")
            ? "a value of an earlier response"
            : null;
        const found = other ? `${show(match[0])}: ${other}, which is not supported` : show(match[0]);
        fail(line, match.index, "the name of a variable in {{ }}", found);
      }
      const value = this.#values.get(name);
      if (value === undefined) {
        fail(line, match.index, `a variable that a line such as @${name} = … sets above`, show(match[0]));
      }
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
}
