import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { mock } from "node:test";
import type { Locator } from "@playwright/test";
import { parseHttpFile } from "../src/http/block/http-file.ts";
import type { Exchange } from "../src/http/exchange.ts";
import {
  type Field,
  fieldValue,
  formatRequest,
  type RequestMessage,
  type ResponseMessage,
} from "../src/http/message/message.ts";
import { parseResponse } from "../src/http/message/parse-message.ts";
import { memoryStore } from "../src/lab/library-store.ts";
import { library, startMockServer } from "../src/lab/node/mock-server.ts";
import { exchangeFromReport } from "../src/lab/page/exchange-from-report.ts";
import type { Report } from "../src/lab/protocol.ts";
import { limits } from "../src/library/site/library.ts";
import { instant } from "./in-memory.ts";
import { lesson, transcript } from "./lesson.ts";
import { expect, test } from "./site.ts";

// One server in three places: what a request comes to in the worker or in the page, it comes to over real HTTP as well.
// Left out is 429, which hangs on fractions of a second that no message tells.

const json = "Content-Type: application/json";
const form = "Content-Type: application/x-www-form-urlencoded";
const requests: readonly (readonly [line: string, fields?: readonly string[], content?: string])[] = [
  ["GET /"],
  ["GET /books", ["Accept: application/json"]],
  ["GET /books", ["Accept: image/png"]],
  ["HEAD /books/1"],
  ["OPTIONS /books"],
  ["POST /books", [json], '{"title": "Süß & Søt 🐛", "year": 1999}'],
  ["POST /books", [form], "title=Dune&author=Frank+Herbert&year=1965"],
  ["POST /books", [form], "title=%22%3E%3Cscript%3E&year=soon"],
  ["POST /books", [json], '{"title": '],
  ["POST /books", ["Content-Type: text/plain"], "Dune"],
  // One octet too many: of more, a real server would read no more than this.
  ["POST /books", [json], JSON.stringify({ title: "x".repeat(limits.contentOctets - 11) })],
  ["PUT /books/1", [json, "If-Match: *"], '{"title": "Alice"}'],
  ["PUT /books/1", [json, 'If-Match: "old"'], '{"title": "Bob"}'],
  ["PATCH /books/1", ["Content-Type: application/merge-patch+json"], '{"year": 1866}'],
  ["GET /books/3", ["If-Modified-Since: Tue, 07 Jan 2025 09:10:00 GMT"]],
  ["GET /books/2", ["If-None-Match: *"]],
  ["DELETE /books/2"],
  ["GET /books/2", ["Accept: application/json"]],
  ["GET /books/99"],
  ["DELETE /books"],
  ["POST /books/3/loan", [form], "reader=Grace"],
  ["POST /books/3/loan", [json], '{"reader": "Linus"}'],
  ["POST /returns", [form], "book=3"],
  ["POST /returns", [json], '{"book": 1}'],
  ["GET /search?q=%C3%BC%20%26"],
  ["GET /books/1/chapter.txt", ["Range: bytes=10-19"]],
  ["GET /books/1/chapter.txt", ["Range: bytes=9000-"]],
  ["GET /visits"],
  ["GET /quiet-room"],
  ["GET /catalogue"],
  ["GET /desk"],
  ["POST /v1/books", [json], '{"title": "Emma"}'],
  ["GET /members"],
  ["GET /members/archive", ["Authorization: Bearer reader-card"]],
  ["POST /inventory"],
  ["GET /inventory", ["Accept: application/json"]],
  ["GET /cafe/coffee"],
  ["GET /broken"],
  ["GET /scanner"],
  ["BREW /cafe/coffee"],
  ["GET /books", ["X-Twice: a", "X-Twice: b"]],
];

/** Fields that stand in a request although nobody wrote them, and fields that were written and do not stand there. */
const differences: Readonly<Record<"worker" | "page", { readonly added: RegExp; readonly why: string }>> = {
  worker: {
    added: /^(Accept|Accept-Language|User-Agent|sec-ch-ua.*|Content-Length)$/,
    why: "the browser adds them; Content-Length is filled in, for no worker sees it",
  },
  page: {
    added: /^(Accept|User-Agent|Content-Length)$/,
    why: "no browser sends this request, so what it would add is filled in, as far as a page can know it",
  },
};

for (const host of ["worker", "page"] as const) {
  test.describe(host === "worker" ? "in the worker" : "in the page", () => {
    test.use({
      folder: lesson,
      serviceWorkers: host === "worker" ? "allow" : "block",
      expected: /Service Worker registration blocked by Playwright/,
    });

    test("each exchange is what it is over real HTTP, field by field", async ({ open, page }) => {
      const real = await realServer();
      await open();
      const element = transcript(page, 4);
      await element.getByRole("button", { name: "Edit" }).click();
      await expect(element.getByRole("textbox")).toBeVisible();
      const messages = requests.map(([line, fields = [], content = ""]) =>
        [`${line} HTTP/1.1`, "Host: library.example", ...fields, "", content].join("\n"),
      );
      const exchanges = await sendAll(element, messages);
      for (const [index, here] of exchanges.entries()) {
        const message = messages[index] ?? "";
        await test.step(message.split("\n", 1).join(), async () => {
          expect(here.host).toBe(host);
          expectWritten(here, writtenRequest(message), host);
          const { told, onTheWire } = await real.send(here.request, instant(here));
          const there = exchangeFromReport(told, null, here.interaction, null);
          expect(comparable(there)).toEqual(comparable(here));
          expect({ ...onTheWire, fields: onTheWire.fields.filter(isOfMessage) }).toEqual(here.response);
        });
      }
      expect(exchanges.length).toBe(requests.length);
      await real.close();
    });
  });
}

/** What a reader gets who writes each message into the editor and presses Send. In the page, for the speed. */
function sendAll(element: Locator, messages: readonly string[]): Promise<readonly Exchange[]> {
  return element.evaluate(async (element, messages) => {
    const editor = element.querySelector("textarea");
    const send = Array.from(element.querySelectorAll("button")).find(({ textContent }) => textContent === "Send");
    if (!editor || !send) throw new Error("The demo has no editor, or no button Send.");
    const exchanges: Exchange[] = [];
    for (const message of messages) {
      editor.value = message;
      const settled = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (element.getAttribute("data-state") === "sending") return;
          observer.disconnect();
          resolve();
        });
        observer.observe(element, { attributeFilter: ["data-state"] });
      });
      send.click();
      await settled;
      exchanges.push(JSON.parse(JSON.stringify((element as never)["exchange"])));
    }
    return exchanges;
  }, messages);
}

/** The request that somebody wrote, as the editor reads it. */
function writtenRequest(text: string): RequestMessage {
  const [first] = parseHttpFile(text).requests;
  if (!first) throw new Error(`No request stands in ${text}`);
  return first.request;
}

/** The request is the one that was written, but for the differences that must be. */
function expectWritten({ request, dropped }: Exchange, written: RequestMessage, host: "worker" | "page"): void {
  const { fields, by: _, ...rest } = request;
  const { fields: writtenFields, by: __, ...writtenRest } = written;
  expect(rest).toEqual(writtenRest);
  expect(dropped).toEqual([]);
  for (const { name, value } of writtenFields) {
    const joined = fieldValue(writtenFields, name);
    expect([value, joined], `${name}, as written`).toContain(fieldValue(fields, name));
  }
  const added = fields.map(({ name }) => name).filter((name) => fieldValue(writtenFields, name) === null);
  const { added: known, why } = differences[host];
  for (const name of added) expect(name, why).toMatch(known);
}

/**
 * An exchange without what must differ from host to host: its name and its client's, which each host gives itself; the
 * host; the times, by two clocks; who wrote each line, which only a host in the browser can tell.
 */
function comparable({ id: _, client: __, host: ___, times: ____, ...rest }: Exchange): unknown {
  const { by: _____, ...request } = rest.request;
  return { ...rest, request: { ...request, fields: request.fields.map(({ name, value }) => ({ name, value })) } };
}

/** Fields that Node adds tell of the connection, which the message knows nothing of. */
const isOfMessage = ({ name }: Field): boolean => !["connection", "keep-alive"].includes(name.toLowerCase());

interface RealServer {
  /** Sends a message over HTTP as it stands, at a moment of the server's clock: what the server saw, and what came back. */
  send(request: RequestMessage, now: Date): Promise<{ told: Report; onTheWire: ResponseMessage }>;
  close(): Promise<void>;
}

async function realServer(): Promise<RealServer> {
  const reports: Report[] = [];
  const server = await startMockServer(library(memoryStore(), (told) => reports.push(told)));
  return {
    send: async (request, now) => {
      mock.timers.enable({ apis: ["Date"], now });
      try {
        const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
        socket.end(formatRequest(request));
        const received = await text(socket);
        const told = reports.pop();
        if (!told) throw new Error(`The server was not asked; it said: ${received}`);
        return { told, onTheWire: parseResponse(received, request.method) };
      } finally {
        mock.timers.reset();
      }
    },
    close: () => server.close(),
  };
}
