import type { Exchange, Json } from "../exchange.ts";
import { type Field, fieldValue, type RequestMessage, type ResponseMessage } from "../message/message.ts";
import { fail, type Line, show } from "../message/message-line.ts";

/** What a condition can be about. */
export type Subject = "status" | "header" | "body" | "request" | "cycles" | "earlier" | "library";

/** A condition, as httpyac has it for answers: `?? header location == /books/4`, `?? request method == POST`. */
export interface Expectation {
  readonly line: number;
  readonly subject: Subject;
  /**
   * What follows the subject: the field's name after `header`; after `request` its part; after `earlier` a method and a
   * target; after `library` the place in its data. Else empty.
   */
  readonly name: string;
  readonly operator: string;
  /** Empty where the operator takes no value. */
  readonly value: string;
}

/** An expectation that did not hold: `expected` is the expectation itself. */
export interface ExpectationFailure {
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

/** What one act of a reader came to. */
export interface Happening {
  /** The cycles that it made, in order. The first is that of the act itself; others follow from it. */
  readonly cycles: readonly Pick<Exchange, "request" | "response">[];
  /** The cycles of the acts before it. */
  readonly earlier: readonly Pick<Exchange, "request" | "response">[];
  /** The server’s data after it. */
  readonly library: Json;
}

const operators = "== != > >= < <= startsWith endsWith includes contains matches exists isTrue isFalse";

/** What can be said of one answer alone. */
const ofAnswer: readonly Subject[] = ["status", "header", "body"];

/** What can be said of an act: of its first request, of the answer to that, of its cycles, and of those before. */
export const ofAct: readonly Subject[] = [...ofAnswer, "request", "cycles", "earlier"];

/** Read a line such as `?? body includes Dune`, about one of these subjects. Throws a MessageError. */
export function readExpectation(line: Line, subjects: readonly Subject[] = ofAnswer): Expectation {
  const words = [...line.text.matchAll(/\S+/g)];
  const [marks] = words;
  if (marks?.[0] !== "??") {
    const expected = marks?.[0].startsWith("??") ? "a space after ??" : "another expectation, or ### before a request";
    fail(line, marks?.index ?? 0, expected, show(line.text.trim()));
  }
  const at = (place: number): [word: string, index: number] => {
    const word = words[place];
    return [word?.[0] ?? "", word?.index ?? line.text.length];
  };
  const [first, subjectIndex] = at(1);
  const subject = subjects.find((each) => each === first);
  if (!subject) {
    const known = `${subjects.slice(0, -1).join(", ")} or ${subjects.at(-1)}`;
    return fail(line, subjectIndex, `${known} after ??`, show(first));
  }
  const length = nameLength(subject, at(2)[0]);
  const [, nameIndex] = at(2);
  const named = Array.from({ length }, (_, index) => at(2 + index)[0]);
  const name = named.join(" ");
  if (named.some((word) => word === "" || isOperator(word)) || !isName(subject, name)) {
    fail(line, nameIndex, names[subject] ?? "", show(at(2)[0] === "" ? "" : name));
  }
  const [operator, operatorIndex] = at(2 + length);
  if (!isOperator(operator)) fail(line, operatorIndex, `one of ${operators}`, show(operator));
  const [, valueIndex] = at(3 + length);
  const value = line.text.slice(valueIndex).trim();
  checkValue(line, valueIndex, subject, operator, value);
  return { line: line.number, subject, name, operator, value };
}

const requestParts = "method, target, body, or header and the name of a field";

/** What stands between a subject and its operator. */
const names: Partial<Readonly<Record<Subject, string>>> = {
  header: "the name of a field after header",
  request: `${requestParts}, after request`,
  earlier: "a method and a target after earlier, such as GET /books, each of which may be *",
  library: "a place in the library’s data, such as books or books/4/title, after library",
};

/** Of how many words it is. */
function nameLength(subject: Subject, first: string): number {
  if (subject === "earlier" || (subject === "request" && first === "header")) return 2;
  return subject in names ? 1 : 0;
}

function isName(subject: Subject, name: string): boolean {
  if (subject === "request") return /^(?:method|target|body|header \S+)$/.test(name);
  return subject !== "earlier" || /^(?:[A-Z]+|\*) (?:\/\S*|\*)$/.test(name);
}

function isOperator(word: string): boolean {
  return operators.split(" ").includes(word);
}

function checkValue(line: Line, index: number, subject: Subject, operator: string, value: string): void {
  if (/^(exists|is)/.test(operator)) {
    if (value !== "") fail(line, index, `nothing after ${operator}`, show(value));
    return;
  }
  if (value === "") fail(line, index, `a value after ${operator}`);
  if (/^[<>]/.test(operator) && !/^-?\d+(\.\d+)?$/.test(value)) {
    fail(line, index, `a number after ${operator}`, show(value));
  }
  const isOfStatus = subject === "status" || subject === "earlier";
  if (isOfStatus && /^[!=]=/.test(operator) && !/^\d{3}$/.test(value)) {
    fail(line, index, "a status code of three digits", show(value));
  }
  if (subject === "cycles" && !/^\d+$/.test(value)) {
    fail(line, index, "a number of cycles, such as ?? cycles == 3", show(value));
  }
  if (operator !== "matches") return;
  try {
    new RegExp(value, "u");
  } catch {
    fail(line, index, "a regular expression of JavaScript", show(value));
  }
}

/** The expectations that a response does not meet, in their order. */
export function checkExpectations(
  expectations: readonly Expectation[],
  response: ResponseMessage,
): readonly ExpectationFailure[] {
  return failuresOf(expectations, (expectation) => inAnswer(expectation, response));
}

/** The conditions that an act does not meet, in their order. */
export function checkHappening(
  conditions: readonly Expectation[],
  { cycles, earlier, library }: Happening,
): readonly ExpectationFailure[] {
  const [first] = cycles;
  return failuresOf(conditions, (condition) => {
    const { subject, name } = condition;
    if (subject === "cycles") return [String(cycles.length)];
    if (subject === "library") return [textAt(library, name.split("/")), `nothing at ${name}`];
    if (subject === "request") return first ? inRequest(name, first.request) : [undefined, "no request"];
    if (subject === "earlier") return inEarlier(condition, earlier);
    return first?.response ? inAnswer(condition, first.response) : [undefined, "no response"];
  });
}

/** What was found of a condition's subject, null where it is not there, undefined where nothing can hold; and how that is said. */
type Found = readonly [found: string | null | undefined, said?: string];

function failuresOf(
  expectations: readonly Expectation[],
  find: (expectation: Expectation) => Found,
): readonly ExpectationFailure[] {
  return expectations.flatMap((expectation) => {
    const { line, operator, value } = expectation;
    const [found, said = ""] = find(expectation);
    if (found !== undefined && holds(operator, found, value)) return [];
    return [{ line, expected: conditionLine(expectation), found: found ? show(found) : said || show("") }];
  });
}

/** A condition as its author wrote it, without its marks. */
export function conditionLine({ subject, name, operator, value }: Expectation): string {
  return [subject, name, operator, value].filter((word) => word !== "").join(" ");
}

function inAnswer({ subject, name }: Expectation, { status, fields, content }: ResponseMessage): Found {
  if (subject === "header") return inField(fields, name);
  return [subject === "status" ? String(status) : content];
}

function inRequest(name: string, { method, target, fields, content }: RequestMessage): Found {
  const [, field] = /^header (.+)/.exec(name) ?? [];
  if (field !== undefined) return inField(fields, field);
  return [name === "method" ? method : name === "target" ? target : content];
}

function inField(fields: readonly Field[], name: string): Found {
  const value = fieldValue(fields, name);
  return value === null ? [null, `no ${name} field`] : [value];
}

/** The status of an earlier cycle with this method and target: one that is as it should be, else the last. */
function inEarlier({ name, operator, value }: Expectation, earlier: Happening["earlier"]): Found {
  const [method = "", target = ""] = name.split(" ");
  const statuses = earlier
    .filter(({ request }) => (method === "*" || method === request.method) && fitsTarget(target, request.target))
    .flatMap(({ response }) => (response ? [String(response.status)] : []));
  const found = statuses.find((status) => holds(operator, status, value)) ?? statuses.at(-1);
  return [found, "no such cycle before"];
}

/** What stands at a place in the data, as text. Things in lists go by their `id`. */
function textAt(data: Json, [key, ...rest]: readonly string[]): string | null {
  if (key === undefined) return typeof data === "string" ? data : JSON.stringify(data);
  if (typeof data !== "object" || data === null) return null;
  const inside = Array.isArray(data)
    ? data.find((item: { id?: unknown } | null) => String(item?.id) === key)
    : (data as Readonly<Record<string, Json>>)[key];
  return inside === undefined || inside === null ? null : textAt(inside, rest);
}

/** Whether a target fits a pattern in which `*` stands for any piece. */
export function fitsTarget(pattern: string, target: string): boolean {
  const [start = "", ...pieces] = pattern.split("*");
  const last = pieces.pop();
  if (last === undefined) return target === start;
  if (!target.startsWith(start) || !target.slice(start.length).endsWith(last)) return false;
  let at = start.length;
  for (const piece of pieces) {
    const found = target.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= target.length - last.length;
}

function holds(operator: string, found: string | null, value: string): boolean {
  const some = found !== null && found !== "";
  switch (operator) {
    case "==":
      return found === value;
    case "!=":
      return found !== value;
    case ">":
      return some && Number(found) > Number(value);
    case ">=":
      return some && Number(found) >= Number(value);
    case "<":
      return some && Number(found) < Number(value);
    case "<=":
      return some && Number(found) <= Number(value);
    case "startsWith":
      return some && found.startsWith(value);
    case "endsWith":
      return some && found.endsWith(value);
    case "matches":
      return found !== null && new RegExp(value, "u").test(found);
    case "isFalse":
      return !some;
    case "exists":
    case "isTrue":
      return some;
    default:
      return some && found.includes(value);
  }
}
