import { fieldValue, type RequestMessage } from "../../http/message/message.ts";
import { formatDate } from "./conditions.ts";

/** The octets `first` to `last`, both included, counted from 0. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a representation of `length` octets that the request asks for (RFC 9110 section 14). Null: send all of it,
 * because no range, several, or an unknown kind is asked for, or because If-Range names another state of the resource.
 */
export function chosenPart(
  request: RequestMessage,
  length: number,
  tag: string | null,
  changed: number | null,
): Part | "unsatisfiable" | null {
  const range = fieldValue(request.fields, "Range");
  const ifRange = fieldValue(request.fields, "If-Range");
  if (request.method !== "GET" || range === null) return null;
  if (ifRange !== null && ifRange !== tag && (changed === null || ifRange !== formatDate(changed))) return null;

  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/i.exec(range) ?? [];
  if (from === "") {
    if (to === "") return null;
    return Number(to) === 0 ? "unsatisfiable" : { first: Math.max(0, length - Number(to)), last: length - 1 };
  }
  if (to !== "" && Number(to) < Number(from)) return null;
  if (Number(from) >= length) return "unsatisfiable";
  return { first: Number(from), last: to === "" ? length - 1 : Math.min(Number(to), length - 1) };
}
