// RFC 9110 section 9.3; PATCH is from RFC 5789, QUERY from RFC 10008.
const meanings: Readonly<Record<string, string>> = {
  GET: "asks for what the target names",
  HEAD: "asks for the same as GET, but without the content",
  POST: "hands over content for the target to process",
  PUT: "asks to store the content at the target",
  PATCH: "asks to change a part of the target",
  DELETE: "asks to remove the target",
  OPTIONS: "asks which methods the target takes",
  QUERY: "asks a question that stands in the content",
  TRACE: "asks to have the request sent back as it arrived",
  CONNECT: "asks a proxy for a tunnel to the target",
};

/** What a method asks for, as the end of a sentence that begins with the method. Methods are case-sensitive. */
export function methodMeaning(method: string): string {
  if (Object.hasOwn(meanings, method)) return meanings[method] ?? "";
  const upper = method.toUpperCase();
  if (Object.hasOwn(meanings, upper)) return `is not ${upper}, because upper and lower case differ in methods`;
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
