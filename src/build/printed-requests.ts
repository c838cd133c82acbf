import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { siteResources, useResources } from "../authoring/site-resources.ts";
import { formatRequest, type RequestMessage, type ResponseMessage } from "../http/message/message.ts";
import { parseResponse } from "../http/message/parse-message.ts";
import { startMockServer } from "../lab/node/mock-server.ts";
import { buildClock } from "../lab/run-block.ts";
import { serve } from "../library/engine/serve.ts";
import { seed } from "../library/site/library.ts";
import { ancestors, attribute, type Element, elements, textOf } from "./html-elements.ts";
import { listFiles } from "./list-files.ts";

/** A request as it is printed, and what is printed of its answer; null where nothing is. */
export interface PrintedCycle {
  /** The message, with the line ends of the wire. */
  readonly request: string;
  readonly status: number | null;
  readonly content: string | null;
}

/** Cycles that took place on one library, one after the other. */
export interface PrintedGroup {
  readonly place: string;
  readonly cycles: readonly PrintedCycle[];
}

/**
 * The requests that a page prints line by line, in order, each with the answer that is printed after it in the same demo. Those of
 * a block of several requests are one group, each other one is a group of its own. What stands in a page's data and is not
 * printed, such as the cases of a demo that are not on show, is found as well.
 * @param data the JSON of what the page's demos load later
 */
export function printedGroups(html: string, page: string, data = "[]"): readonly PrintedGroup[] {
  const groups = new Map<unknown, PrintedCycle[]>();
  const latest = new Map<Element | null, PrintedCycle>();
  const add = (key: unknown, cycle: PrintedCycle): void => {
    groups.set(key, [...(groups.get(key) ?? []), cycle]);
  };
  for (const element of elements(html)) {
    const message = element.tagName === "ol" ? printedMessage(element, html) : null;
    if (message === null) continue;
    const demo = around(element, (name) => name.includes("-"));
    const block = around(element, (name) => name === "request-block");
    const key = block ?? element;
    if (isRequest(message)) {
      const cycle: PrintedCycle = { request: message, status: null, content: null };
      latest.set(demo, cycle);
      add(key, cycle);
    } else if (demo) {
      const cycle = latest.get(demo);
      if (!cycle) continue;
      latest.delete(demo);
      const { status, content } = parseResponse(message);
      const answered = { ...cycle, status, content };
      for (const [each, cycles] of groups) {
        groups.set(
          each,
          cycles.map((other) => (other === cycle ? answered : other)),
        );
      }
    }
  }
  const printed = Array.from(groups.values(), (cycles) => ({ place: page, cycles }));
  return [...printed, ...dataGroups(html, page, data)];
}

/** The requests in a page's data that stand in no block of several: the cases of its demos. */
function dataGroups(html: string, page: string, data: string): readonly PrintedGroup[] {
  const scripts = elements(html).filter(
    (element) => element.tagName === "script" && attribute(element, "type") === "application/json",
  );
  const inPage = scripts
    .filter((script) => around(script, (name) => name === "request-block") === null)
    .map(({ inner }) => inner || "null");
  return [...inPage, data]
    .flatMap((text) => requestsIn(JSON.parse(text)))
    .map((cycle) => ({ place: `${page}, in its data`, cycles: [cycle] }));
}

function requestsIn(value: unknown): readonly PrintedCycle[] {
  if (typeof value !== "object" || value === null) return [];
  const { request, response, status } = value as Record<string, unknown>;
  const { status: answered } = Object(response) as { status?: number };
  const own = isMessage(request)
    ? [
        {
          request: formatRequest(request),
          status: answered ?? (typeof status === "number" ? status : null),
          content: null,
        },
      ]
    : [];
  return [...own, ...Object.values(value).flatMap(requestsIn)];
}

function isMessage(value: unknown): value is RequestMessage {
  return typeof value === "object" && value !== null && "method" in value && "target" in value && "fields" in value;
}

/** The message that a list of lines is, or null where it is none. */
function printedMessage(list: Element, html: string): string | null {
  if (!/\b(?:message-lines|letter|built-lines)\b/.test(attribute(list, "class") ?? "")) return null;
  // Some lines, and the end of long content, are folded within the list.
  const lines = within(list, html)
    .filter((each) => each.tagName === "li" && attribute(each, "class") !== "later")
    .map((item) => {
      const codes = within(item, html).filter(({ tagName }) => tagName === "code");
      return codes.length > 0 ? codes.map(textOf).join("\n") : textOf(item);
    });
  const plain = lines.map((line) => (line === "(empty line)" || line === " " ? "" : line));
  const end = plain.indexOf("");
  const head = end < 0 ? plain : plain.slice(0, end);
  return `${head.join("\r\n")}\r\n\r\n${end < 0 ? "" : plain.slice(end + 1).join("\n")}`;
}

function isRequest(message: string): boolean {
  return !message.startsWith("HTTP/");
}

function around(element: Element, test: (name: string) => boolean): Element | null {
  return ancestors(element).find(({ tagName }) => test(tagName)) ?? null;
}

function within({ start, end }: Element, html: string): readonly Element[] {
  return elements(html).filter((each) => each.start > start && each.end <= end);
}

/**
 * Send the bytes of the cycles of a group to the real server, over TCP, with a fresh library for the whole group. Gives a
 * sentence for each answer that is not the printed one.
 */
export async function sendPrinted({ place, cycles }: PrintedGroup): Promise<readonly string[]> {
  let library = seed;
  const server = await startMockServer(async (request) => {
    const served = serve(request, library, buildClock);
    library = served.state;
    return served.response;
  });
  const problems: string[] = [];
  try {
    for (const { request, status, content } of cycles) {
      const [line = ""] = request.split("\r\n");
      const answer = firstResponse(await exchangeBytes(server.url, request), line.split(" ")[0]);
      const tell = (printed: string, found: string) =>
        problems.push(`${place}: ${line}: printed is ${printed}, and the server answers ${found}.`);
      // Where no answer is printed, the request must at least be one.
      if (status === null && answer.status === 400) tell("a request", `${answer.status} ${answer.content}`);
      if (status !== null && answer.status !== status) tell(`${status}`, `${answer.status} ${answer.content}`);
      else if (content !== null && answer.content !== content) tell(content, answer.content);
    }
  } finally {
    await server.close();
  }
  return problems;
}

/** The first response of what came back: bytes that follow a whole request may bring a second one. */
function firstResponse(bytes: string, method?: string): ResponseMessage {
  const end = bytes.indexOf("\r\n\r\n") + 4;
  const [, length = "0"] = /^content-length: *(\d+)/im.exec(bytes.slice(0, end)) ?? [];
  const content = method === "HEAD" ? "" : Buffer.from(bytes.slice(end)).subarray(0, Number(length)).toString();
  return parseResponse(bytes.slice(0, end) + content, method);
}

/** Send bytes over a connection of their own, and give all that comes back. */
function exchangeBytes(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}

if (import.meta.main) {
  useResources(siteResources());
  const pages = (await listFiles("dist")).filter((file) => file.endsWith(".html"));
  const texts = await Promise.all(
    pages.map(async (page) => {
      const html = await readFile(join("dist", page), "utf8");
      const file = /<link rel="demo-data" href="([^"]*)"/.exec(html)?.[1];
      const data = file && (await readFile(join("dist", dirname(page), file), "utf8"));
      return printedGroups(html, page, data || undefined);
    }),
  );
  const groups = texts.flat();
  const problems: string[] = [];
  for (const group of groups) problems.push(...(await sendPrinted(group)));
  const sent = groups.flatMap(({ cycles }) => cycles).length;
  process.stdout.write(problems.map((problem) => `${problem}\n`).join(""));
  process.stdout.write(`${sent} printed requests sent to the real server; ${problems.length} answers differ\n`);
  process.exitCode = problems.length > 0 || sent === 0 ? 1 : 0;
}
