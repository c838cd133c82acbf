/** The shells for which a command can be written: a POSIX shell, and the two of Windows. */
export type Shell = "sh" | "cmd" | "PowerShell";

/** Why no command of that shell can hand over the text, as a clause; null where one can. */
export function unsayable(shell: Shell, text: string): string | null {
  if (text.includes("\0")) return "no shell can hand over NUL";
  if (shell === "cmd" && text.includes("\r")) return "cmd takes every CR out of a line. Copy it for PowerShell";
  return null;
}

/** A command for a shell, to be typed or pasted at its prompt, by which curl gets these words as its arguments. */
export function shellCommand(shell: Shell, words: readonly string[]): string {
  switch (shell) {
    case "sh":
      return `curl ${rows(words.map(quoteSh)).join(" \\\n  ")}`;
    case "cmd":
      return `curl ${rows(words.map(quoteCmd)).join(" ^\n  ")}`;
    case "PowerShell":
      return powerShell(words);
  }
}

/** The words in rows: the address, and each option with its value. */
function rows(words: readonly string[]): readonly string[] {
  const list: string[] = [];
  for (const word of words) {
    const last = list.at(-1);
    if (last !== undefined && takesValue.test(last)) list.splice(-1, 1, `${last} ${word}`);
    else list.push(word);
  }
  return list;
}

const takesValue = /^--(?:request|request-target|header|data-raw)$/;

/** Inside single quotes, only the single quote has a meaning to a POSIX shell. */
function quoteSh(text: string): string {
  return /^[\w%+,./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * A word for cmd.exe, which reads the line first, and for the rules by which a program of Windows then splits it. All
 * that cmd may know is escaped by ^, the quotes too, so that cmd sees no quotes; a line end is ^ and two of them. The
 * character after % is escaped as well: so no name of a variable stands between two of them.
 */
function quoteCmd(text: string): string {
  if (/^[\w+./:=@-]+$/.test(text)) return text;
  const isSafe = (sign: string, before: string | undefined) => /[\w +,./:=@~'-]/.test(sign) && before !== "%";
  return [...quoteForWindows(text)]
    .map((sign, index, all) => (sign === "\n" ? "^\n\n" : isSafe(sign, all[index - 1]) ? sign : `^${sign}`))
    .join("");
}

/** A word as a program of Windows reads it from its command line: in double quotes, which \ keeps in the word. */
function quoteForWindows(text: string): string {
  return `"${text.replace(/(?<!\\)\\+(?="|$)|"/g, (found) => (found === '"' ? '\\"' : found + found))}"`;
}

/**
 * Before 7.3, PowerShell does not escape the double quotes in a program's arguments; from then on it does so if it is not
 * told otherwise. Told otherwise, all versions hand over what stands in double quotes as it is written. `curl` alone is
 * another command in Windows PowerShell.
 */
function powerShell(words: readonly string[]): string {
  const isPlain = words.every((word) => word !== "" && !word.includes('"') && !word.endsWith("\\"));
  const line = (indent: string) =>
    `curl.exe ${rows(words.map(isPlain ? quotePowerShell : quoteLegacy)).join(` \`\n${indent}  `)}`;
  return isPlain ? line("") : `& {\n  $PSNativeCommandArgumentPassing = 'Legacy'\n  ${line("  ")}\n}`;
}

function quoteLegacy(text: string): string {
  return quotePowerShell(/["\s]|\\$|^$/.test(text) ? quoteForWindows(text) : text);
}

/** Inside single quotes, only single quotes have a meaning to PowerShell, the typographic ones among them. */
function quotePowerShell(text: string): string {
  if (/^(?:--[\da-z-]+|[\w/][\w+./:=-]*)$/.test(text)) return text;
  const pieces = text.split("\r").map((piece) => `'${piece.replace(/['‘’‚‛]/g, "$&$&")}'`);
  // Line ends are made plain when a text is pasted, so CR is written as an expression.
  return pieces.length === 1 ? (pieces[0] ?? "") : `(${pieces.join(' + "`r" + ')})`;
}
