import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Shell, shellCommand, unsayable } from "./shell-command.ts";

// A POSIX shell is at hand wherever these tests run. The two shells of Windows are not, so their rules stand here as a
// model: how each reads what is typed at its prompt, and how a program then splits its command line into arguments.

/** The arguments that a POSIX shell hands to curl. */
function bySh(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync("sh", ["-s"], { encoding: "utf8", input: script }).split("\0").slice(0, -1);
}

/** Arguments as a program of Windows reads them ("Parsing C command-line arguments", Microsoft C runtime). */
function argumentsOf(line: string): readonly string[] {
  const found: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const slashes = /^\\*/.exec(line.slice(index))?.[0].length ?? 0;
    if (line[index + slashes] === '"') {
      word = (word ?? "") + "\\".repeat(Math.floor(slashes / 2));
      index += slashes;
      if (slashes % 2 === 1) word += '"';
      else if (isQuoted && line[index + 1] === '"') throw new Error("two quotes in a row: runtimes differ");
      else isQuoted = !isQuoted;
    } else if (/[ \t]/.test(line[index] ?? "") && !isQuoted) {
      if (word !== null) found.push(word);
      word = null;
    } else {
      word = (word ?? "") + line[index];
    }
  }
  return word === null ? found : [...found, word];
}

/** What cmd.exe makes of a line at its prompt: it fills in variables, then reads ^ and its signs. */
function byCmd(command: string): readonly string[] {
  const variables: Readonly<Record<string, string>> = { PATH: "C:\\Windows", a: "expanded", A: "expanded" };
  const typed = command
    .replaceAll("\r", "")
    .replace(/%([^%\n:]+)(:[^%\n]*)?%/g, (whole, name) => variables[name] ?? whole);
  let line = "";
  let isQuoted = false;
  for (let index = 0; index < typed.length; index += 1) {
    const sign = typed[index] ?? "";
    if (sign === "^" && !isQuoted) {
      index += 1;
      // ^ at the end of a line joins the next one, whose first character it escapes.
      if (typed[index] === "\n") index += 1;
      line += typed[index] ?? "";
      continue;
    }
    if (sign === "\n") throw new Error("the command ends here");
    if (!isQuoted && /[&|<>()]/.test(sign)) throw new Error(`cmd obeys ${sign}`);
    if (sign === '"') isQuoted = !isQuoted;
    line += sign;
  }
  return argumentsOf(line).slice(1);
}

/** What PowerShell hands to curl.exe: Windows PowerShell 5.1 and PowerShell up to 7.2, or from 7.3 on. */
function byPowerShell(command: string, isNew: boolean): readonly string[] {
  const [, block] = /^& \{\n {2}\$PSNativeCommandArgumentPassing = 'Legacy'\n([\s\S]*)\n\}$/.exec(command) ?? [];
  const words = powerShellWords((block ?? command).replace(/^ *curl\.exe /, ""));
  if (isNew && block === undefined) return words;
  const line = words.map((word) => {
    let quotes = 0;
    let needsQuotes = false;
    for (let index = 0; index < word.length; index += 1) {
      if (word[index] === '"' && word[index - 1] !== "\\") quotes += 1;
      else if (/\s/.test(word[index] ?? "") && quotes % 2 === 0) needsQuotes = true;
    }
    // Versions differ in what they do with \ before the quote that they add.
    if (needsQuotes && word.endsWith("\\")) throw new Error("versions differ here");
    return needsQuotes ? `"${word}"` : word;
  });
  return argumentsOf(line.join(" "));
}

/** The words of a command in PowerShell: bare, in single quotes, or an expression of such in brackets. */
function powerShellWords(command: string): readonly string[] {
  const quoted = /^['‘’‚‛]((?:[^'‘’‚‛]|['‘’‚‛]{2})*)['‘’‚‛](?!['‘’‚‛])/;
  const words: string[] = [];
  let rest = command;
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(rest);
    if (!found) return null;
    rest = rest.slice(found[0].length);
    return (found[1] ?? found[0]).replace(/(['‘’‚‛])['‘’‚‛]/g, "$1");
  };
  while (rest !== "") {
    if (take(/^(?: |`\n)+/) !== null) continue;
    if (take(/^\(/) !== null) {
      let word = "";
      while (take(/^\)/) === null) {
        const piece = take(quoted) ?? (take(/^"`r"/) !== null ? "\r" : null);
        if (piece === null) throw new Error(`no expression: ${rest}`);
        word += piece;
        take(/^ \+ /);
      }
      words.push(word);
      continue;
    }
    const word = take(quoted) ?? take(/^[\w./:=+-]+(?= |$|\n)/);
    if (word === null) throw new Error(`no word: ${rest}`);
    words.push(word);
  }
  return words;
}

const shells: readonly [name: string, shell: Shell, read: (command: string) => readonly string[]][] = [
  ["a POSIX shell", "sh", bySh],
  ["cmd.exe", "cmd", byCmd],
  ["Windows PowerShell 5.1", "PowerShell", (command) => byPowerShell(command, false)],
  ["PowerShell 7.3 and later", "PowerShell", (command) => byPowerShell(command, true)],
];

const hard = [
  "",
  "it's",
  '{"title": "Dune"}',
  "a\nb\n",
  "C:\\books\\",
  'a\\"b\\\\',
  "%PATH% 100% %a%%A%",
  "%PATH:a=b%",
  "^ & | < > ( ) ! ; , = ` $HOME",
  "‘single’ “double”",
  "Süß ☃ 𝄞",
  "--header",
  "@/etc/passwd",
  "~",
  "\ttab",
];

for (const [name, shell, read] of shells) {
  describe(`in ${name}, curl gets`, () => {
    for (const text of hard) {
      test(`${JSON.stringify(text)} as it is`, () => {
        const words = ["http://127.0.0.1:8080/a?b=c", "--include", "--data-raw", text];
        assert.deepEqual(read(shellCommand(shell, words)), words);
      });
    }

    test("every text as it is", () => {
      const unit = fc.constantFrom(..."abAZ09 \\\"'%^&|<>()!$`’\n\t{}[]=;,-éẞ☃");
      const words = fc.array(fc.string({ unit, maxLength: 12 }), { minLength: 1, maxLength: 6 });
      fc.assert(
        fc.property(words, (texts) => {
          const all = ["http://127.0.0.1:8080/", ...texts.flatMap((text) => ["--header", text])];
          assert.deepEqual(read(shellCommand(shell, all)), all);
        }),
        { numRuns: shell === "sh" ? 60 : 2000 },
      );
    });
  });
}

test("what is quoted for a POSIX shell does not arrive in the shells of Windows", () => {
  const words = ["http://127.0.0.1:8080/", "--data-raw", '{"title": "A & B"}'];
  const command = shellCommand("sh", words);
  assert.throws(() => byCmd(command));
  assert.throws(() => byPowerShell(command, true));
  const oneLine = command.replaceAll(" \\\n ", "");
  assert.notDeepEqual(byPowerShell(oneLine.replace("curl", "curl.exe"), false), words);
});

test("PowerShell gets the line ends of multipart content, which pasting would change", () => {
  const words = ["http://127.0.0.1:8080/", "--data-raw", "--x\r\n\r\na\r\n--x--"];
  for (const isNew of [true, false]) {
    const pasted = shellCommand("PowerShell", words).replaceAll("\r\n", "\n");
    assert.deepEqual(byPowerShell(pasted, isNew), words);
  }
});

test("what a shell cannot hand over is said", () => {
  assert.equal(unsayable("sh", "a\0"), "no shell can hand over NUL");
  assert.equal(unsayable("sh", "a\r\n"), null);
  assert.equal(unsayable("PowerShell", "a\r\n"), null);
  assert.match(unsayable("cmd", "a\r\n") ?? "", /cmd takes every CR out of a line/);
});
