import { type Field, fieldValue, formatRequest } from "../message/message.ts";
import { formType } from "../rules/content.ts";

/** A curl command that cannot be read as one request; the message is a sentence for who pasted it. */
export class CurlError extends Error {}

/** Whether a text is a curl command, perhaps with the prompt before which it stood. */
export function isCurlCommand(text: string): boolean {
  return /^\s*(?:[$%>#]\s*|& \{\s*(?:\$\w+ = '\w+'\s*)?)?curl(?:\.exe)?\s/.test(text);
}

// curl --help all. Options that say how to go about it, and change nothing in the message.
const withoutEffect =
  /^--(?:compressed|fail|globoff|http1\.1|http2|http3|include|insecure|ipv[46]|location|no-buffer|no-progress-meter|path-as-is|progress-bar|show-error|silent|tcp-nodelay|verbose)$/;
const withValue = new Set(["--connect-timeout", "--max-time", "--output", "--retry", "--write-out"]);
const longNames: Readonly<Record<string, string>> = {
  "-X": "--request",
  "-H": "--header",
  "-d": "--data",
  "-A": "--user-agent",
  "-e": "--referer",
  "-b": "--cookie",
  "-u": "--user",
  "-G": "--get",
  "-I": "--head",
  "-0": "--http1.0",
  "-i": "--include",
  "-s": "--silent",
  "-S": "--show-error",
  "-v": "--verbose",
  "-L": "--location",
  "-k": "--insecure",
  "-f": "--fail",
  "-g": "--globoff",
  "-N": "--no-buffer",
  "-4": "--ipv4",
  "-6": "--ipv6",
  "-#": "--progress-bar",
  "-m": "--max-time",
  "-o": "--output",
  "-w": "--write-out",
};
const takesValue =
  /^--(?:request|header|data(?:-raw|-ascii|-binary|-urlencode)?|json|user-agent|referer|cookie|user|url|request-target)$/;

/**
 * The request message that a plain curl command sends, as text: its method, URL, fields and content, for a POSIX shell or
 * for cmd.exe. An address where `npm run mock` answers is taken for that of the mock server. Throws a CurlError.
 */
export function requestOfCurl(command: string): string {
  const [, ...words] = wordsOf(command.trim().replace(/^[$%>#]\s*/, ""));
  const fields: Field[] = [];
  const removed = new Set<string>();
  const data: string[] = [];
  let method: string | null = null;
  let url: string | null = null;
  let target: string | null = null;
  let version = "HTTP/1.1";
  let isGet = false;
  let isHead = false;
  let isJson = false;
  const add = (name: string, value: string) => fields.push({ name, value });
  for (const [option, value] of options(words)) {
    switch (option) {
      case "--url":
        if (url !== null)
          throw new CurlError(`Expected one address in the curl command; found a second one, “${value}”.`);
        url = value;
        break;
      case "--request":
        method = value;
        break;
      case "--request-target":
        target = value;
        break;
      case "--http1.0":
        version = "HTTP/1.0";
        break;
      case "--head":
        isHead = true;
        break;
      case "--get":
        isGet = true;
        break;
      case "--user-agent":
        add("User-Agent", value);
        break;
      case "--referer":
        add("Referer", value);
        break;
      case "--cookie":
        if (!value.includes("="))
          throw new CurlError(`Expected -b and name=value; found a file of cookies, “${value}”.`);
        add("Cookie", value);
        break;
      case "--user":
        add("Authorization", `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}`);
        break;
      case "--header": {
        const [, name = "", mark, text = ""] = /^([^:;]+)([:;])\s*(.*?)\s*$/s.exec(value) ?? [];
        if (name === "")
          throw new CurlError(`Expected a field such as “Accept: text/html” after -H; found “${value}”.`);
        if (mark === ":" && text === "") removed.add(name.toLowerCase());
        else add(name, text);
        break;
      }
      case "--json":
        isJson = true;
        data.push(value);
        break;
      case "--data-raw":
        data.push(value);
        break;
      case "--data-urlencode":
        data.push(urlEncoded(value));
        break;
      default:
        if (value.startsWith("@"))
          throw new CurlError(`Expected the content itself after -d; found a file, “${value}”.`);
        data.push(value);
    }
  }
  if (url === null)
    throw new CurlError("Expected an address in the curl command, such as http://library.example/books; found none.");
  const address = addressOf(url);
  const content = data.join(isJson ? "" : "&");
  const query =
    isGet && content !== "" ? (address.search === "" ? "?" : `${address.search}&`) + content : address.search;
  const has = (name: string) => removed.has(name) || fieldValue(fields, name) !== null;
  const sends = data.length > 0 && !isGet;
  if (!has("host")) fields.unshift({ name: "Host", value: isMock(address) ? "library.example" : address.host });
  if (isJson && !has("accept")) add("Accept", "application/json");
  if (sends && !has("content-type")) add("Content-Type", isJson ? "application/json" : formType);
  return formatRequest({
    method: method ?? (isHead ? "HEAD" : sends ? "POST" : "GET"),
    target: target ?? address.pathname + query,
    version,
    fields,
    content: sends ? content : "",
  }).replaceAll("\r\n", "\n");
}

/** Where `npm run mock` answers. */
function isMock({ hostname }: URL): boolean {
  return hostname === "127.0.0.1" || hostname === "localhost";
}

function addressOf(text: string): URL {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw new CurlError(`Expected an address such as http://library.example/books; found “${text}”.`);
  }
  return new URL(url);
}

/** `name=value` with the value coded, as `--data-urlencode` does. */
function urlEncoded(text: string): string {
  const equals = text.indexOf("=");
  const name = equals > 0 ? text.slice(0, equals + 1) : "";
  return name + encodeURIComponent(text.slice(equals + 1)).replace(/%20/g, "+");
}

/** The options that a message is made of, each with its value; a word that is no option is the address. */
function* options(words: readonly string[]): Generator<readonly [option: string, value: string]> {
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith("-") || word === "-") {
      yield ["--url", word];
      continue;
    }
    // Letters may stand together, and the last one’s value right behind it: -sXPOST.
    const isLong = word.startsWith("--");
    const [, before = "", behind = null] = isLong ? (/^(--[^=]*)(?:=([\s\S]*))?$/.exec(word) ?? []) : [];
    const option = isLong ? before : (longNames[word.slice(0, 2)] ?? word.slice(0, 2));
    if (withoutEffect.test(option) || option === "--http1.0" || option === "--head" || option === "--get") {
      if (!withoutEffect.test(option)) yield [option, ""];
      if (!isLong && word.length > 2) rest.unshift(`-${word.slice(2)}`);
      continue;
    }
    if (!takesValue.test(option) && !withValue.has(option)) {
      throw new CurlError(
        `Expected the options -X, -H, -d and their like in the curl command; found “${word}”, which is not read here.`,
      );
    }
    const value = behind ?? (!isLong && word.length > 2 ? word.slice(2) : rest.shift());
    if (value === undefined) throw new CurlError(`Expected a value after ${word} in the curl command; found none.`);
    if (!withValue.has(option)) yield [option, value];
  }
}

/** The words of a command as its shell splits it: by cmd.exe where a word or a line begins in its way, else by a POSIX shell. */
function wordsOf(command: string): readonly string[] {
  if (/^(?:& \{|curl\.exe\s[\s\S]*\s`\r?\n)/.test(command)) {
    throw new CurlError(
      "Expected a curl command for a POSIX shell or for cmd; found one for PowerShell, which is not read here.",
    );
  }
  return isForCmd(command) ? windowsWords(command) : posixWords(command);
}

/** Whether a ^ that cmd.exe takes out stands where no quote of a POSIX shell holds it. */
function isForCmd(command: string): boolean {
  const unquoted = command.replace(/\\[\s\S]|\$'(?:\\[\s\S]|[^'\\])*'|'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g, "");
  return /^[^'"\\]*\s\^["\r\n]/.test(command) || /\s\^(?:\s|$)/.test(unquoted);
}

function posixWords(command: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  const piece =
    /\s+|\\\r?\n|\\([\s\S])|'([^']*)'|\$'((?:\\[\s\S]|[^'\\])*)'|"((?:\\[\s\S]|[^"\\])*)"|([;|&<>()])|([^\s\\'"$;|&<>()]+|\$)/y;
  while (piece.lastIndex < command.length) {
    const at = piece.lastIndex;
    const [whole, escaped, single, ansi, double, operator, plain] = piece.exec(command) ?? [];
    if (whole === undefined)
      throw new CurlError(`Expected a quote that ends; found none for “${command.slice(at, at + 30)}”.`);
    if (operator !== undefined) throw new CurlError(`Expected one curl command alone; found “${operator}”.`);
    const text =
      escaped ??
      single ??
      (ansi !== undefined ? unescaped(ansi) : undefined) ??
      double?.replace(/\\([\\"$`])|\\\r?\n/g, "$1") ??
      plain;
    if (text !== undefined) word = (word ?? "") + text;
    else if (/^\s/.test(whole) && word !== null) {
      words.push(word);
      word = null;
    }
  }
  return word === null ? words : [...words, word];
}

/** What stands in `$'…'`, as developer tools write texts that hold a single quote. */
function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi, (_, long, short, sign) =>
    long || short ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : (signs[sign] ?? sign),
  );
}

/** cmd.exe takes ^ out and keeps what follows it; then a program reads quotes, and \ before them. */
function windowsWords(command: string): readonly string[] {
  const line = command.replace(/\^(?:\r?\n)?([\s\S])/g, "$1");
  return [...line.matchAll(/(?:"(?:\\[\s\S]|[^"\\])*"|[^\s"])+/g)].map(([word]) =>
    word.replace(/"((?:\\[\s\S]|[^"\\])*)"/g, (_, text: string) =>
      text.replace(/(\\+)("|$)/g, (_, slashes: string, quote: string) => "\\".repeat(slashes.length >> 1) + quote),
    ),
  );
}
