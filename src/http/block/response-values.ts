import { fieldValue, type ResponseMessage } from "../message/message.ts";

/** What keeps a value from being read: what was expected in its place, and what stands there. */
export interface NoValue {
  readonly expected: string;
  readonly found: string;
}

/**
 * A value of a response by its path, as REST Client and httpyac write it behind a request's name: `response.status`,
 * `response.headers.ETag`, `response.body` for all of the content, `response.body.books[0].id` for a part of JSON.
 */
export function responseValue({ status, fields, content }: ResponseMessage, path: string): string | NoValue {
  const [, part, rest = ""] = /^response\.(status|headers|body)(?:\.(?=.)|(?=\[)|$)(.*)$/.exec(path) ?? [];
  if (part === "status" && rest === "") return String(status);
  if (part === "headers" && rest !== "") {
    const names = fields.map(({ name }) => name);
    return fieldValue(fields, rest) ?? { expected: `a field that came, one of ${names.join(", ")}`, found: rest };
  }
  if (part === "body") return rest === "" || rest === "*" ? content : bodyValue(content, rest.replace(/^\$\.?/, ""));
  const expected = "response.status, response.headers and a field’s name, or response.body and a path in its JSON";
  return { expected, found: path };
}

function bodyValue(content: string, path: string): string | NoValue {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { expected: "JSON in the content that came", found: content === "" ? "none" : "something else" };
  }
  for (const key of path.split(/[.[\]]+/).filter((each) => each !== "")) {
    const known = Object(value) as Record<string, unknown>;
    if (!Object.hasOwn(known, key)) {
      const keys = Object.keys(known).slice(0, 12);
      return { expected: keys.length > 0 ? `one of ${keys.join(", ")}` : "a value without parts", found: key };
    }
    value = known[key];
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
