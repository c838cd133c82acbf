import { referenceNotes } from "#reference-notes";

/** What a method asks for, as the end of a sentence that begins with the method. Methods are case-sensitive. */
export function methodMeaning(method: string): string {
  const { methods } = referenceNotes();
  if (Object.hasOwn(methods, method)) return methods[method] ?? "";
  const upper = method.toUpperCase();
  if (Object.hasOwn(methods, upper)) return `is not ${upper}, because upper and lower case differ in methods`;
  return "is no method that this lesson explains";
}

/** Whether fetch refuses the method, with a TypeError (Fetch, "forbidden method"). */
export function isForbiddenMethod(method: string): boolean {
  return /^(?:CONNECT|TRACE|TRACK)$/i.test(method);
}

/** The method that fetch sends for one that is asked for: `put` becomes PUT, `patch` stays (Fetch, "normalize"). */
export function normalizeMethod(method: string): string {
  return /^(?:DELETE|GET|HEAD|OPTIONS|POST|PUT)$/i.test(method) ? method.toUpperCase() : method;
}
