import { type Field, fieldValue, type RequestMessage } from "../message/message.ts";
import { refusedByBrowser } from "../rules/fields.ts";
import { isForbiddenMethod, normalizeMethod } from "../rules/methods.ts";

/**
 * JavaScript that sends the request to an origin such as `http://library.example` by fetch. What fetch refuses to send
 * stands in comments, each with its reason.
 */
export function toFetch({ method, target, version, fields, content }: RequestMessage, origin: string): string {
  const notes: string[] = [];
  const options: string[] = [];
  if (isForbiddenMethod(method)) notes.push(`fetch refuses the method ${literal(method)}.`);
  if (normalizeMethod(method) !== method) notes.push(`fetch sends the method as ${literal(normalizeMethod(method))}.`);
  if (!target.startsWith("/")) notes.push(`fetch cannot send the target ${literal(target)}.`);
  if (version === "HTTP/1.0") notes.push("fetch speaks HTTP/1.1 or a later version.");
  if (method !== "GET") options.push(`  method: ${literal(method)},`);
  const sent: Field[] = [];
  for (const field of fields) {
    const reason = refusal(field);
    if (reason !== null) notes.push(`${field.name}: ${reason}`);
    else sent.push(field);
  }
  if (sent.length > 0) options.push(`  headers: ${fieldsLiteral(sent)},`);
  if (/^(?:GET|HEAD)$/i.test(method) && content !== "") notes.push(`fetch sends no content with ${literal(method)}.`);
  else if (content !== "") {
    options.push(`  body: ${literal(content)},`);
    if (fieldValue(fields, "Content-Type") === null) {
      notes.push("fetch adds Content-Type: text/plain;charset=UTF-8, since no type is named.");
    }
  }
  const address = origin + (target.startsWith("/") ? target : "/");
  if (/\/(?:\.|%2e){1,2}(?:\/|\?|$)/i.test(target)) notes.push("fetch resolves the dots in the target before it asks.");
  const url = literal(address);
  const init = options.length > 0 ? `, {\n${options.join("\n")}\n}` : "";
  return [...notes.map((note) => `// ${note}`), `const response = await fetch(${url}${init});`].join("\n");
}

function refusal({ name, value }: Field): string | null {
  const reason = refusedByBrowser(name, value);
  if (reason !== null) return reason;
  return /[^\0-\xff]/.test(value) ? "fetch takes only characters of ISO-8859-1 in a field." : null;
}

/** An object, or a list of pairs where an object would lose a field or set its own prototype. */
function fieldsLiteral(fields: readonly Field[]): string {
  const names = fields.map(({ name }) => name.toLowerCase());
  const asObject = new Set(names).size === names.length && !names.includes("__proto__");
  const lines = fields.map(({ name, value }) =>
    asObject ? `    ${literal(name)}: ${literal(value)},` : `    [${literal(name)}, ${literal(value)}],`,
  );
  return asObject ? `{\n${lines.join("\n")}\n  }` : `[\n${lines.join("\n")}\n  ]`;
}

/** A string literal that stays one in a script element too. */
function literal(text: string): string {
  return JSON.stringify(text)
    .replaceAll("<", "\\u003C")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
