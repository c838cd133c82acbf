import { fieldText } from "./fields.ts";

/** A field in full, for a reference. */
export interface FieldReference {
  /** The name as the standards spell it. */
  readonly name: string;
  /** Which messages may carry it. */
  readonly side: "request" | "response" | "both";
  /** What the field is, in one plain sentence. */
  readonly text: string;
  /** Where it is defined: "RFC 9110 section 10.1.5", or a standard's name. */
  readonly section: string;
}

type Row = readonly [name: string, side: FieldReference["side"], section: string];

const rows: readonly Row[] = [
  ["Accept", "request", "RFC 9110 section 12.5.1"],
  ["Accept-Encoding", "request", "RFC 9110 section 12.5.3"],
  ["Accept-Language", "request", "RFC 9110 section 12.5.4"],
  ["Accept-Patch", "response", "RFC 5789 section 3.1"],
  ["Accept-Post", "response", "Linked Data Platform section 7.1"],
  ["Accept-Ranges", "response", "RFC 9110 section 14.3"],
  ["Age", "response", "RFC 9111 section 5.1"],
  ["Allow", "response", "RFC 9110 section 10.2.1"],
  ["Authorization", "request", "RFC 9110 section 11.6.2"],
  ["Cache-Control", "both", "RFC 9111 section 5.2"],
  ["Connection", "both", "RFC 9110 section 7.6.1"],
  ["Content-Disposition", "both", "RFC 6266 section 4"],
  ["Content-Encoding", "both", "RFC 9110 section 8.4"],
  ["Content-Language", "both", "RFC 9110 section 8.5"],
  ["Content-Length", "both", "RFC 9110 section 8.6"],
  ["Content-Location", "both", "RFC 9110 section 8.7"],
  ["Content-Range", "both", "RFC 9110 section 14.4"],
  ["Content-Security-Policy", "response", "Content Security Policy Level 3"],
  ["Content-Type", "both", "RFC 9110 section 8.3"],
  ["Cookie", "request", "RFC 6265 section 4.2"],
  ["Date", "both", "RFC 9110 section 6.6.1"],
  ["ETag", "response", "RFC 9110 section 8.8.3"],
  ["Expires", "response", "RFC 9111 section 5.3"],
  ["Host", "request", "RFC 9110 section 7.2"],
  ["If-Match", "request", "RFC 9110 section 13.1.1"],
  ["If-Modified-Since", "request", "RFC 9110 section 13.1.3"],
  ["If-None-Match", "request", "RFC 9110 section 13.1.2"],
  ["If-Range", "request", "RFC 9110 section 13.1.5"],
  ["If-Unmodified-Since", "request", "RFC 9110 section 13.1.4"],
  ["Last-Modified", "response", "RFC 9110 section 8.8.2"],
  ["Link", "both", "RFC 8288 section 3"],
  ["Location", "response", "RFC 9110 section 10.2.2"],
  ["Origin", "request", "RFC 6454 section 7"],
  ["Range", "request", "RFC 9110 section 14.2"],
  ["Referer", "request", "RFC 9110 section 10.1.3"],
  ["Referrer-Policy", "response", "Referrer Policy section 4.1"],
  ["Retry-After", "response", "RFC 9110 section 10.2.3"],
  ["Sec-CH-UA", "request", "User-Agent Client Hints"],
  ["Sec-CH-UA-Mobile", "request", "User-Agent Client Hints"],
  ["Sec-CH-UA-Platform", "request", "User-Agent Client Hints"],
  ["Sec-Fetch-Dest", "request", "Fetch Metadata Request Headers"],
  ["Sec-Fetch-Mode", "request", "Fetch Metadata Request Headers"],
  ["Sec-Fetch-Site", "request", "Fetch Metadata Request Headers"],
  ["Server", "response", "RFC 9110 section 10.2.4"],
  ["Set-Cookie", "response", "RFC 6265 section 4.1"],
  ["Strict-Transport-Security", "response", "RFC 6797 section 6.1"],
  ["Transfer-Encoding", "both", "RFC 9112 section 6.1"],
  ["Upgrade-Insecure-Requests", "request", "Upgrade Insecure Requests"],
  ["User-Agent", "request", "RFC 9110 section 10.1.5"],
  ["Vary", "response", "RFC 9110 section 12.5.5"],
  ["WWW-Authenticate", "response", "RFC 9110 section 11.6.1"],
  ["X-Content-Type-Options", "response", "Fetch"],
];

/** Every field that this project explains, by name. */
export const fieldReferences: readonly FieldReference[] = rows.map(([name, side, section]) => ({
  name,
  side,
  text: fieldText(name) ?? "",
  section,
}));

/** What is known of the field with that name, in whatever case, or null. */
export function fieldReference(name: string): FieldReference | null {
  return fieldReferences.find((field) => field.name.toLowerCase() === name.toLowerCase()) ?? null;
}
