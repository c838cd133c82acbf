import { bringsNothing } from "../rules/content.ts";
import { reasonPhrase } from "../rules/status.ts";
import { type Field, fieldValue, MessageError, octets, type ResponseMessage } from "./message.ts";
import { fail, plainLine, readField, valueIndex } from "./message-line.ts";

/** The parts in which somebody writes a response. */
export interface WrittenParts {
  readonly status: string;
  /** One field on each line. */
  readonly fields: string;
  readonly content: string;
}

/** A part that is not as it should be: which one, and in words what was expected there and what was found. */
export class WrittenError extends Error {
  readonly part: keyof WrittenParts;

  constructor(part: keyof WrittenParts, text: string) {
    super(text);
    this.name = "WrittenError";
    this.part = part;
  }
}

/**
 * A final response from the parts in which somebody wrote it, every field marked as theirs. It is one that a browser takes
 * from a service worker: a status from 200 to 599, fields in Latin-1. Throws a WrittenError.
 */
export function writtenResponse({ status, fields, content }: WrittenParts): ResponseMessage {
  const code = Number(status.trim());
  if (!/^\d{3}$/.test(status.trim()) || code < 200 || code > 599) {
    const why = /^1\d\d$/.test(status.trim()) ? " (1xx is an interim response: the final one is still to come)" : "";
    throw new WrittenError("status", `Status: expected a number from 200 to 599; found “${status}”${why}.`);
  }
  const read = readFields(fields);
  const bare = bringsNothing(code);
  if (bare && content !== "") {
    throw new WrittenError(
      "content",
      `Content: expected none, since a ${code} response has none; found ${octets(content)} bytes.`,
    );
  }
  if (fieldValue(read, "Transfer-Encoding") !== null) {
    throw new WrittenError(
      "fields",
      "Fields: expected no Transfer-Encoding, since the content stands whole; found it.",
    );
  }
  const length = fieldValue(read, "Content-Length");
  if (length !== null && !bare && Number(length) !== octets(content)) {
    throw new WrittenError(
      "fields",
      `Fields: expected Content-Length: ${octets(content)}, as long as the content; found ${length}.`,
    );
  }
  return { version: "HTTP/1.1", status: code, reason: reasonPhrase(code), fields: read, content };
}

function readFields(text: string): readonly Field[] {
  return text.split("\n").flatMap((row, index) => {
    if (row.trim() === "") return [];
    const line = plainLine(row.replace(/\r$/, ""), index + 1);
    try {
      const { field } = readField(line);
      const start = valueIndex(line);
      const wide = line.text.slice(start).search(/[^\0-\xff]/);
      if (wide >= 0) fail(line, start + wide, "characters that browsers take in a field, up to “ÿ”");
      return [{ ...field, by: "you" as const }];
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      const { line: number, column, expected, found } = error;
      throw new WrittenError(
        "fields",
        `Fields, line ${number}, column ${column}: expected ${expected}; found ${found}.`,
      );
    }
  });
}
