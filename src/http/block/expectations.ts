import { fieldValue, type ResponseMessage } from "../message/message.ts";
import { fail, type Line, show } from "../message/message-line.ts";

/** What a block says of the response, as httpyac has it: `?? header location == /books/4`. */
export interface Expectation {
  readonly line: number;
  readonly subject: "status" | "header" | "body";
  /** The field name after `header`, else empty. */
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

const operators = "== != > >= < <= startsWith endsWith includes contains matches exists isTrue isFalse";

/** Read a line such as `?? body includes Dune`. Throws a MessageError. */
export function readExpectation(line: Line): Expectation {
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
  const [subject, subjectIndex] = at(1);
  if (subject !== "status" && subject !== "header" && subject !== "body") {
    fail(line, subjectIndex, "status, header or body after ??", show(subject));
  }
  const [name, nameIndex] = subject === "header" ? at(2) : ["", 0];
  const [operator, operatorIndex] = at(subject === "header" ? 3 : 2);
  if (subject === "header" && (name === "" || isOperator(name))) {
    fail(line, nameIndex, "the name of a field after header", show(name));
  }
  if (!isOperator(operator)) fail(line, operatorIndex, `one of ${operators}`, show(operator));
  const [, valueIndex] = at(subject === "header" ? 4 : 3);
  const value = line.text.slice(valueIndex).trim();
  checkValue(line, valueIndex, subject, operator, value);
  return { line: line.number, subject, name, operator, value };
}

function isOperator(word: string): boolean {
  return operators.split(" ").includes(word);
}

function checkValue(line: Line, index: number, subject: string, operator: string, value: string): void {
  if (/^(exists|is)/.test(operator)) {
    if (value !== "") fail(line, index, `nothing after ${operator}`, show(value));
    return;
  }
  if (value === "") fail(line, index, `a value after ${operator}`);
  if (/^[<>]/.test(operator) && !/^-?\d+(\.\d+)?$/.test(value)) {
    fail(line, index, `a number after ${operator}`, show(value));
  }
  if (subject === "status" && /^[!=]=/.test(operator) && !/^\d{3}$/.test(value)) {
    fail(line, index, "a status code of three digits", show(value));
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
  return expectations.flatMap(({ line, subject, name, operator, value }) => {
    const found = {
      status: String(response.status),
      header: fieldValue(response.fields, name),
      body: response.content,
    }[subject];
    if (holds(operator, found, value)) return [];
    const expected = [subject, name, operator, value].filter((word) => word !== "").join(" ");
    return [{ line, expected, found: found === null ? `no ${name} field` : show(found) }];
  });
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
