import { completeRequest } from "./complete-request.ts";
import { type Author, type Field, fieldValue, type RequestMessage } from "./message/message.ts";
import { formType } from "./rules/content.ts";
import { fieldNote, refusedByBrowser } from "./rules/fields.ts";
import { isForbiddenMethod, methodMeaning, normalizeMethod } from "./rules/methods.ts";

/** An action, as the page that offers it holds it. */
export type Action =
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "form"; readonly url: string; readonly method: "GET" | "POST"; readonly data: FormWords }
  | {
      readonly kind: "fetch";
      readonly url: string;
      readonly method: string;
      /** One field on each line, as in a message. */
      readonly fields: string;
      readonly content: string;
    };

/** The names of a form's inputs, which the page gives, and the values, which the reader types. */
export type FormWords = readonly (readonly [name: string, value: string])[];

/** What of an action can be wrong or be pointed at. */
export type ActionPart = "method" | "url" | "fields" | "content";

/** A piece of a message that has its own origin. */
export interface Piece {
  /** What it is, in a word or two. */
  readonly name: string;
  readonly text: string;
  readonly by: readonly Author[];
  /** No page can see it. */
  readonly hidden?: true;
  /** What decided it, in one or two sentences. */
  readonly why: string;
}

/** A line of the message. Content is one line, however many it has. */
export interface MessageLine {
  readonly part: "request-line" | "field" | "empty" | "content";
  readonly pieces: readonly Piece[];
}

/** What the browser makes of an action. */
export interface BuiltMessage {
  readonly url: URL;
  readonly lines: readonly MessageLine[];
  /** Fields that the action asks for and the browser does not send, each with the reason. */
  readonly refused: readonly (Field & { readonly why: string })[];
  readonly request: RequestMessage;
}

/** An action that makes no request; `part` says what to mend. */
export class ActionError extends Error {
  readonly part: ActionPart;

  constructor(part: ActionPart, text: string) {
    super(text);
    this.name = "ActionError";
    this.part = part;
  }
}

// Fetch, "HTTP-network-or-cache fetch" and the navigation's default value of Accept.
const pageAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/**
 * The message that a browser makes of an action, each piece with what decided it. What differs from `offered`, the same
 * action as the page first held it, counts as the reader's.
 * @throws ActionError where a browser would make no request of it
 */
export function buildMessage(action: Action, offered: Action, userAgent: string): BuiltMessage {
  const url = readUrl(action);
  const method = readMethod(action);
  const asked = action.kind === "fetch" ? readFields(action.fields) : [];
  const refused = asked.flatMap((field) => {
    const why = refusedByBrowser(field.name, field.value);
    return why === null ? [] : [{ ...field, why }];
  });
  const content = contentOf(action);
  const offeredFields = offered.kind === "fetch" ? offered.fields.split("\n") : [];
  const kept = asked
    .filter(({ name, value }) => refusedByBrowser(name, value) === null)
    .map((field) => {
      const isOffered = offeredFields.some((line) => line.trim() === `${field.name}: ${field.value}`);
      return { ...field, by: isOffered ? ("page" as const) : ("you" as const) };
    });
  const request = completeRequest(
    {
      method,
      target: url.pathname + url.search,
      version: "HTTP/1.1",
      fields: ownFields(action, url, userAgent, kept, content),
      content,
    },
    action.kind === "fetch" ? "script" : action.kind,
  );
  return { url, lines: linesOf(action, offered, url, request), refused, request };
}

/** The data of a form as a query or as content has them (URL standard, application/x-www-form-urlencoded). */
export function encodedWords(data: FormWords): string {
  return new URLSearchParams(data.map(([name, value]) => [name, value])).toString();
}

function readUrl(action: Action): URL {
  const text = action.url.trim();
  const found = text === "" ? "found nothing" : `found “${text}”`;
  const example = "such as https://library.example/books";
  if (!/^[a-z][a-z\d+.-]*:/i.test(text)) {
    throw new ActionError("url", `Expected a whole URL, ${example}; ${found}. Begin it with https://.`);
  }
  if (!URL.canParse(text)) {
    throw new ActionError("url", `Expected a URL, ${example}; ${found}, which no browser can read. Look at its host.`);
  }
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) {
    throw new ActionError(
      "url",
      `The scheme ${url.protocol} is not HTTP’s, so no HTTP request is made. Write https://.`,
    );
  }
  if (action.kind === "fetch" && url.username + url.password !== "") {
    throw new ActionError("url", "fetch refuses a URL with a user name in it. Take out what stands before the @.");
  }
  // A form with GET puts its data in the place of the query that its action has (HTML, "mutate action URL").
  if (action.kind === "form" && action.method === "GET") url.search = encodedWords(action.data);
  return url;
}

function readMethod(action: Action): string {
  if (action.kind === "link") return "GET";
  const method = action.method.trim();
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(method)) {
    const found = method === "" ? "nothing" : `“${method}”`;
    throw new ActionError("method", `Expected a method such as GET, in one word of letters; found ${found}.`);
  }
  if (isForbiddenMethod(method)) {
    throw new ActionError(
      "method",
      `The browser refuses ${method.toUpperCase()}, which is a tool for those who run servers and proxies. Choose another method.`,
    );
  }
  const sent = normalizeMethod(method);
  if (action.kind === "fetch" && /^(?:GET|HEAD)$/.test(sent) && action.content !== "") {
    throw new ActionError(
      "content",
      `fetch refuses a ${sent} with content. Empty the content, or choose another method, such as POST.`,
    );
  }
  return sent;
}

/** Fields as they are written, one on a line; empty lines count for nothing. */
function readFields(text: string): readonly Field[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const [, name = "", value = ""] = /^([^:]*):(.*)$/s.exec(line) ?? [];
    const where = `Line ${index + 1} of the fields:`;
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      const found = line.includes(":") ? `“${name}”` : "no colon";
      throw new ActionError("fields", `${where} expected a name of letters and hyphens, then a colon; found ${found}.`);
    }
    // The characters that a field of fetch may hold are octets (Fetch, "header value").
    const bad = [...value].find((character) => /[^\t -~\u0080-\u00ff]/.test(character));
    if (bad !== undefined) throw new ActionError("fields", `${where} expected plain letters; found “${bad}”.`);
    return [{ name, value: value.trim() }];
  });
}

function contentOf(action: Action): string {
  if (action.kind === "fetch") return action.content;
  return action.kind === "form" && action.method === "POST" ? encodedWords(action.data) : "";
}

/** The fields that the browser adds in sight of a page and those that the action asks for, in the order of a message. */
function ownFields(
  { kind }: Action,
  url: URL,
  userAgent: string,
  kept: readonly Field[],
  content: string,
): readonly Field[] {
  const added = (name: string, value: string): readonly Field[] =>
    fieldValue(kept, name) === null ? [{ name, value, by: "browser" }] : [];
  const type = kind === "form" ? formType : "text/plain;charset=UTF-8";
  return [
    { name: "Host", value: url.host },
    ...added("User-Agent", userAgent),
    ...added("Accept", kind === "fetch" ? "*/*" : pageAccept),
    ...kept,
    ...(content === "" ? [] : added("Content-Type", type)),
  ];
}

function linesOf(action: Action, offered: Action, url: URL, request: RequestMessage): readonly MessageLine[] {
  const { method, version, fields, content } = request;
  const urlBy: Author = action.url === offered.url ? "page" : "you";
  const line = (part: MessageLine["part"], ...pieces: readonly Piece[]): MessageLine => ({ part, pieces });
  const start: readonly Piece[] = [
    { name: "method", text: method, by: methodAuthors(action, offered), why: methodWhy(action, method) },
    { name: "path", text: url.pathname, by: [urlBy], why: `${origin[action.kind]} The host goes into the Host field.` },
    ...(url.search === "" ? [] : [queryPiece(action, url.search, urlBy)]),
    {
      name: "version",
      text: version,
      by: ["browser"],
      why: "The browser and the server settle the version. HTTP/2 and HTTP/3 carry the same message in another form.",
    },
  ];
  const end = content === "" ? "This message has no content." : "The content follows.";
  return [
    line("request-line", ...start),
    ...fields.map((field) =>
      line("field", {
        name: field.name,
        text: `${field.name}: ${field.value}`,
        by: [field.by ?? "browser"],
        ...(field.hidden && { hidden: field.hidden }),
        why: fieldWhy(field, action),
      }),
    ),
    line("empty", { name: "empty line", text: "", by: ["browser"], why: `It ends the fields. ${end}` }),
    ...(content === "" ? [] : [line("content", contentPiece(action, offered, content))]),
  ];
}

const origin: Readonly<Record<Action["kind"], string>> = {
  link: "It stands in the link’s address.",
  form: "It stands in the form’s action, in the page’s HTML.",
  fetch: "It stands in the URL that the script gives to fetch.",
};

function methodAuthors(action: Action, offered: Action): readonly Author[] {
  if (action.kind === "link") return ["browser"];
  return [offered.kind === action.kind && offered.method === action.method ? "page" : "you"];
}

function methodWhy(action: Action, method: string): string {
  const meaning = `${method} ${methodMeaning(method)}.`;
  if (action.kind === "link") return `You click a link, and a link always makes a GET. ${meaning}`;
  if (action.kind === "form") return `The form’s HTML says method="${action.method.toLowerCase()}". ${meaning}`;
  const written = action.method.trim();
  const says = `The script says method: "${written}".`;
  return method === written ? `${says} ${meaning}` : `${says} The browser writes it in capitals. ${meaning}`;
}

function queryPiece(action: Action, text: string, urlBy: Author): Piece {
  const isForm = action.kind === "form" && action.method === "GET";
  return {
    name: "query",
    text,
    by: isForm ? ["page", "you"] : [urlBy],
    why: isForm
      ? "The data of the form: the page gave the names, you the values. With GET they go into the target, where the history and the server’s logs keep them."
      : `It is the URL’s part from the ? on. ${origin[action.kind]}`,
  };
}

function contentPiece(action: Action, offered: Action, text: string): Piece {
  if (action.kind === "form") {
    return {
      name: "content",
      text,
      by: ["page", "you"],
      why: "The data of the form: the page gave the names, you the values. With POST they go into the content: out of the address, but not hidden.",
    };
  }
  const isOffered = offered.kind === "fetch" && action.kind === "fetch" && offered.content === action.content;
  return {
    name: "content",
    text,
    by: [isOffered ? "page" : "you"],
    why: "The script gives it to fetch as the body. The server reads it as Content-Type says.",
  };
}

function fieldWhy(field: Field, action: Action): string {
  return `${fieldReason(field.name.toLowerCase(), field.by === "browser", action)} ${fieldNote(field)}`;
}

function fieldReason(name: string, isByBrowser: boolean, { kind }: Action): string {
  if (!isByBrowser) return "The script asks for this field, and the browser lets it.";
  if (name === "host") return "The browser takes it from the URL, and lets no page change it.";
  if (name === "content-length") return "The browser counts the content by itself.";
  if (name === "accept") {
    return kind === "fetch"
      ? "The script names no type, so the browser says that it takes any."
      : "The browser is about to show a page, so it asks for HTML first.";
  }
  if (name === "content-type") {
    return kind === "form"
      ? "The browser writes the form’s data in this way."
      : "The script gives a text and names no type, so the browser says plain text.";
  }
  return "The browser adds it to every request.";
}
