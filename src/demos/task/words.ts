import type { Expectation } from "../../http/block/expectations.ts";

/** A condition as a reader reads it: a whole sentence. */
export function conditionWords({ subject, name, operator, value }: Expectation): string {
  const what = subjectWords(subject, name);
  if (subject === "cycles" && operator === "==") {
    return value === "0" ? "The act makes no cycle." : `The act makes ${value} ${value === "1" ? "cycle" : "cycles"}.`;
  }
  return `${what} ${verbs[operator] ?? operator}${value === "" ? "" : ` ${value}`}.`;
}

const verbs: Readonly<Record<string, string>> = {
  "==": "is",
  "!=": "is not",
  ">": "is more than",
  ">=": "is at least",
  "<": "is less than",
  "<=": "is at most",
  startsWith: "begins with",
  endsWith: "ends with",
  includes: "holds",
  contains: "holds",
  matches: "fits",
  exists: "is there",
  isTrue: "is there",
  isFalse: "is not there",
};

function subjectWords(subject: Expectation["subject"], name: string): string {
  switch (subject) {
    case "status":
      return "The answer’s status";
    case "header":
      return `The answer’s field ${name}`;
    case "body":
      return "The answer’s content";
    case "request": {
      const [part = "", field] = name.split(" ");
      return `The request’s ${field ? `field ${field}` : part === "body" ? "content" : part}`;
    }
    case "cycles":
      return "The number of cycles of the act";
    case "earlier":
      return `Before that, the status of ${name}`;
    case "library":
      return `The server’s data: ${name}`;
  }
}
