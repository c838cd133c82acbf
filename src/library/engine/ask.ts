import { fieldValue, type RequestMessage } from "../../http/message/message.ts";
import { type Library, seed } from "../site/library.ts";
import { type Served, serve } from "./serve.ts";

/** When the tests’ requests arrive. */
export const noon = new Date("2026-01-15T12:00:00.000Z");

type Fields = Readonly<Record<string, string>>;

/** For tests: a request to library.example, as `GET /books`, with further fields and content. */
export function requestOf(line: string, fields: Fields = {}, content = ""): RequestMessage {
  const [method = "", target = ""] = line.split(" ");
  const all = Object.entries({ Host: "library.example", ...fields });
  return { method, target, version: "HTTP/1.1", fields: all.map(([name, value]) => ({ name, value })), content };
}

/** For tests: what the library answers to a request at noon. */
export function ask(line: string, fields: Fields = {}, content = "", state: Library = seed, now = noon): Served {
  return serve(requestOf(line, fields, content), state, now);
}

/** For tests: the value of a response's field, or null. */
export const field = ({ response }: Served, name: string): string | null => fieldValue(response.fields, name);

export const asJson = { "Content-Type": "application/json" };
export const asForm = { "Content-Type": "application/x-www-form-urlencoded" };
