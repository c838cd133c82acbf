import { type Field, fieldValue } from "../message/message.ts";

/** Whether a response with this status ends with its head, whatever its fields say (RFC 9112 section 6.3). */
export function neverHasContent(status: number): boolean {
  return status < 200 || status === 204 || status === 304;
}

/** Whether a response with this status brings nothing to show: no content can be in it (Fetch, "null body status"). */
export function bringsNothing(status: number): boolean {
  return neverHasContent(status) || status === 205;
}

/** Whether a browser that navigates stays on its page when this status comes (HTML, "create navigation params by fetching"). */
export function keepsPage(status: number): boolean {
  return status === 204 || status === 205;
}

/** The media type of a form’s data, as a page sends it (URL standard, section 5). */
export const formType = "application/x-www-form-urlencoded";

/** The media type in a field, in small letters and without its parameters (RFC 9110 section 8.3.1); empty without the field. */
export function mediaType(fields: readonly Field[], name = "Content-Type"): string {
  return (fieldValue(fields, name) ?? "").replace(/;.*/s, "").trim().toLowerCase();
}
