import { milliseconds } from "../kit/milliseconds.ts";

/** What a browser tells of something that it has loaded (Resource Timing). Where it tells nothing, there is 0, "" or no member. */
export interface LoadEntry
  extends Pick<
    PerformanceResourceTiming,
    "name" | "initiatorType" | "workerStart" | "requestStart" | "transferSize" | "encodedBodySize" | "decodedBodySize"
  > {
  readonly responseStatus?: number;
  readonly deliveryType?: string;
}

/** What it tells of the page itself (Navigation Timing). */
export interface PageEntry
  extends LoadEntry,
    Pick<
      PerformanceNavigationTiming,
      | "type"
      | "redirectCount"
      | "nextHopProtocol"
      | "domainLookupStart"
      | "domainLookupEnd"
      | "connectStart"
      | "secureConnectionStart"
      | "connectEnd"
      | "responseStart"
      | "responseEnd"
    > {}

/** Where something came from, as far as the browser tells; null where it does not. */
export type Source = "host" | "host or confirmed" | "confirmed" | "copy" | "copy or confirmed" | "worker" | null;

/** One thing that the browser tells of the page's cycle, in words. */
export interface Row {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

/**
 * Where something came from. A transferSize counts the content and 300 octets for the rest, whatever the rest was (Resource Timing,
 * section 4.3): without content it says that the host confirmed a copy. Firefox gives a confirmed copy the size of a new one, and
 * WebKit tells of a page's copy, confirmed or not, only the times at which it came, before this page began.
 */
export function sourceOf({
  workerStart,
  requestStart,
  transferSize,
  encodedBodySize,
  decodedBodySize,
  deliveryType,
}: LoadEntry): Source {
  // Chromium calls what a worker has made delivered from the cache.
  if (workerStart > 0) return "worker";
  if (requestStart < 0) return "copy or confirmed";
  const isKnown = encodedBodySize > 0 || decodedBodySize > 0;
  if (transferSize === 0) return isKnown || deliveryType === "cache" ? "copy" : null;
  if (deliveryType === "cache" || transferSize < encodedBodySize || !isKnown) return "confirmed";
  return deliveryType === undefined ? "host or confirmed" : "host";
}

/** The rows on the cycle that brought a page: those that the browser tells, and no other. */
export function pageRows(entry: PageEntry): readonly Row[] {
  const source = sourceOf(entry);
  const { type, redirectCount, responseStatus = 0, nextHopProtocol } = entry;
  const isOverNetwork = source !== "copy" && source !== "worker";
  const rows: (Row | false)[] = [
    { name: "How you came", value: arrivals[type] ?? arrivals.navigate },
    sourceRow(entry, source),
    redirectCount > 0 && {
      name: "Redirects before it",
      value: `${redirectCount}`,
      note: "Each was a cycle of its own.",
    },
    responseStatus > 0 && {
      name: "Status code",
      value: `${responseStatus}`,
      ...(source === "copy" && { note: "It came with the copy." }),
      ...(source === "confirmed" && { note: "It is the copy’s own. What confirms a copy is 304." }),
    },
    isOverNetwork && nextHopProtocol !== "" && { name: "Protocol", value: protocolName(nextHopProtocol) },
    ...(isOverNetwork ? timeRows(entry) : []),
    contentRow(entry, source),
  ];
  return rows.filter((row) => row !== false);
}

const arrivals: Readonly<Record<string, string>> & { readonly navigate: string } = {
  navigate: "By a link, a bookmark or a typed address",
  reload: "By Reload",
  back_forward: "By Back or Forward",
  prerender: "The browser fetched it before you asked",
};

function sourceRow({ name }: PageEntry, source: Source): Row | false {
  const { host } = new URL(name);
  switch (source) {
    case "host":
      return { name: "Source", value: `The host, ${host}` };
    case "host or confirmed":
      return {
        name: "Source",
        value: `The host, ${host}`,
        note: "It sent the page, or confirmed a copy that your browser had: this browser does not tell the two apart.",
      };
    case "confirmed":
      return {
        name: "Source",
        value: "A copy in your browser, which the host confirmed",
        note: "Your browser asked whether the page had changed. The answer had no content, so the copy is on show.",
      };
    case "copy":
      return {
        name: "Source",
        value: "A copy in your browser",
        note: "No request was made, so no cycle took place. Reload the page for one.",
      };
    case "copy or confirmed":
      return {
        name: "Source",
        value: "A copy in your browser",
        note: "Whether your browser asked the host if it is still good, this browser does not tell.",
      };
    case "worker":
      return {
        name: "Source",
        value: "A service worker in your browser",
        note: "It belongs to this site. Whether it asked the host for the page, no page is told.",
      };
    case null:
      return false;
  }
}

function timeRows(entry: PageEntry): readonly Row[] {
  const { domainLookupStart, domainLookupEnd, connectStart, secureConnectionStart, connectEnd } = entry;
  const { requestStart, responseStart, responseEnd } = entry;
  const rows: (Row | false)[] = [
    domainLookupEnd > domainLookupStart && {
      name: "Finding the host’s address",
      value: measured(domainLookupEnd - domainLookupStart),
    },
    connectEnd > connectStart && {
      name: "Opening the connection",
      value: measured(connectEnd - connectStart),
      ...(secureConnectionStart > 0 &&
        connectEnd > secureConnectionStart && {
          note: `${measured(connectEnd - secureConnectionStart)} of it to encrypt it.`,
        }),
    },
    requestStart > 0 &&
      responseStart > 0 && {
        name: "Waiting",
        value: measured(responseStart - requestStart),
        note: "From the request to the first bytes of the response: the way there, the server’s work and the way back in one. No page can tell them apart.",
      },
    responseStart > 0 &&
      responseEnd > 0 && {
        name: "Receiving",
        value: measured(responseEnd - responseStart),
        note: "From the first bytes to the last.",
      },
  ];
  return rows.filter((row) => row !== false);
}

function contentRow(
  { encodedBodySize: encoded, decodedBodySize: decoded = 0 }: PageEntry,
  source: Source,
): Row | false {
  if (!encoded) return false;
  const when: Readonly<Record<string, string>> = {
    host: " on the way",
    copy: " as the copy came",
    confirmed: " as the copy came",
  };
  const unpacked = decoded > encoded ? `, compressed; ${count(decoded)} when unpacked` : "";
  return { name: "Content", value: `${count(encoded)} bytes${when[source ?? ""] ?? ""}${unpacked}` };
}

const names: Readonly<Record<string, string>> = { h2: "HTTP/2", h3: "HTTP/3" };

/** A protocol by the name that people use, from its ALPN name. */
export function protocolName(alpn: string): string {
  return names[alpn] ?? alpn.replace(/^http\//, "HTTP/");
}

/** A number of bytes, or of anything else: 53,054. */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** Browsers measure in steps, some of a whole millisecond or more. */
function measured(time: number): string {
  return time <= 0 ? "Too short for this browser’s clock." : milliseconds(time);
}
