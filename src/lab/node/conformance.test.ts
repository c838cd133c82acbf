import assert from "node:assert/strict";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { memoryStore } from "../library-store.ts";
import { type Answer, curlClient, fetchClient, pythonClient } from "./foreign-clients.ts";
import { library, type MockServer, startMockServer } from "./mock-server.ts";

// What RFC 9110 asks of an origin server, as clients see it that others wrote. What needs no wire is tested beside the
// server; here a response must also end where the client thinks that it ends.

let server: MockServer;

beforeEach(async () => {
  server = await startMockServer(library(memoryStore(), () => {}));
});

afterEach(() => server.close());

type Ask = (line: string, fields?: Readonly<Record<string, string>>, content?: string) => Promise<Answer>;

const asJson = { "Content-Type": "application/json" };
const getJson = { Accept: "application/json" };

/** The requirements: section of RFC 9110, what it asks, how a client sees it. */
const requirements: readonly (readonly [section: string, says: string, check: (ask: Ask) => Promise<void>])[] = [
  [
    "6.6.1",
    "Date is the time of the response, in the fixed form",
    async (ask) => {
      for (const target of ["/books", "/quiet-room", "/catalogue", "/nothing", "/broken"]) {
        const date = (await ask(`GET ${target}`)).fields.get("Date") ?? "";
        assert.match(date, /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [JFMASOND][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
        assert.ok(Math.abs(Date.parse(date) - Date.now()) < 5000, date);
      }
    },
  ],
  [
    "8.3",
    "Content-Type says how to read the content, and its octets are that",
    async (ask) => {
      const page = await ask("GET /books/1");
      assert.equal(page.fields.get("Content-Type"), "text/html; charset=utf-8");
      assert.match(page.content, /Alice’s Adventures/);
    },
  ],
  [
    "8.6",
    "Content-Length counts octets, not characters",
    async (ask) => {
      const { fields, content } = await ask("GET /books/1", getJson);
      assert.equal(fields.get("Content-Length"), String(Buffer.byteLength(content)));
      assert.notEqual(content.length, Buffer.byteLength(content));
    },
  ],
  [
    "9.1",
    "an unknown method is not implemented: 501",
    async (ask) => {
      assert.equal((await ask("BREW /cafe/coffee")).status, 501);
    },
  ],
  [
    "9.3.2",
    "HEAD has the status and the fields of GET, and no content",
    async (ask) => {
      for (const target of ["/", "/books", "/books/1/chapter.txt", "/nothing", "/catalogue", "/quiet-room"]) {
        const head = await ask(`HEAD ${target}`);
        const get = await ask(`GET ${target}`);
        const lines = ({ fields }: Answer) => [...fields].filter(([name]) => !connectionFields.includes(name));
        assert.equal(head.status, get.status, target);
        assert.deepEqual(lines(head), lines(get), target);
        assert.equal(head.content, "");
      }
    },
  ],
  [
    "9.3.7",
    "OPTIONS tells what a resource allows",
    async (ask) => {
      const { status, fields } = await ask("OPTIONS /books");
      assert.equal(status, 204);
      assert.equal(fields.get("Allow"), "GET, HEAD, POST, OPTIONS");
    },
  ],
  [
    "10.2.1",
    "405 lists in Allow what OPTIONS lists",
    async (ask) => {
      const { status, fields } = await ask("DELETE /books");
      assert.equal(status, 405);
      assert.equal(fields.get("Allow"), (await ask("OPTIONS /books")).fields.get("Allow"));
    },
  ],
  [
    "10.2.2",
    "the Location of 201 leads to what was made",
    async (ask) => {
      const { status, fields } = await ask("POST /books", asJson, '{"title": "Süß & Søt"}');
      assert.equal(status, 201);
      const made = await ask(`GET ${fields.get("Location")}`, getJson);
      assert.equal(JSON.parse(made.content).title, "Süß & Søt");
    },
  ],
  [
    "10.2.3",
    "429 and 503 say in Retry-After how long to wait",
    async (ask) => {
      assert.match((await ask("GET /scanner")).fields.get("Retry-After") ?? "", /^\d+$/);
      for (const _ of [1, 2, 3]) assert.equal((await ask("GET /api/search?q=a")).status, 200);
      const refused = await ask("GET /api/search?q=a");
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.fields.get("Retry-After")) <= 60);
    },
  ],
  [
    "11.6.1",
    "401 says in WWW-Authenticate how to prove who one is, and 403 that it is not enough",
    async (ask) => {
      const refused = await ask("GET /members");
      assert.equal(refused.status, 401);
      assert.match(refused.fields.get("WWW-Authenticate") ?? "", /^Bearer realm="/);
      assert.equal((await ask("GET /members", { Authorization: "Bearer reader-card" })).status, 200);
      assert.equal((await ask("GET /members/archive", { Authorization: "Bearer reader-card" })).status, 403);
    },
  ],
  [
    "12.5.1",
    "Accept decides between the representations, by weight",
    async (ask) => {
      const answer = await ask("GET /books", { Accept: "text/html;q=0.5, application/json" });
      assert.equal(answer.fields.get("Content-Type"), "application/json");
      assert.equal((await ask("GET /books", { Accept: "image/png" })).status, 406);
    },
  ],
  [
    "12.5.5",
    "Vary names Accept wherever Accept decided, also with 304",
    async (ask) => {
      const first = await ask("GET /books", getJson);
      const again = await ask("GET /books", { ...getJson, "If-None-Match": first.fields.get("ETag") ?? "" });
      assert.deepEqual([first.status, again.status], [200, 304]);
      assert.match(first.fields.get("Vary") ?? "", /Accept/);
      assert.equal(again.fields.get("Vary"), first.fields.get("Vary"));
    },
  ],
  [
    "13.1.1",
    "If-Match protects from overwriting what one has not seen",
    async (ask) => {
      const first = await ask("GET /books/1", getJson);
      const tag = { ...asJson, "If-Match": first.fields.get("ETag") ?? "" };
      assert.equal((await ask("PUT /books/1", tag, '{"title": "Alice"}')).status, 200);
      assert.equal((await ask("PUT /books/1", tag, '{"title": "Bob"}')).status, 412);
      assert.equal(JSON.parse((await ask("GET /books/1", getJson)).content).title, "Alice");
    },
  ],
  [
    "13.1.3",
    "If-Modified-Since with the Last-Modified that was sent: 304; with an earlier time: 200",
    async (ask) => {
      const since = (await ask("GET /books/1")).fields.get("Last-Modified") ?? "";
      assert.equal((await ask("GET /books/1", { "If-Modified-Since": since })).status, 304);
      const before = new Date(Date.parse(since) - 1000).toUTCString();
      assert.equal((await ask("GET /books/1", { "If-Modified-Since": before })).status, 200);
    },
  ],
  [
    "13.2.2",
    "If-None-Match goes before If-Modified-Since",
    async (ask) => {
      const since = (await ask("GET /books/1")).fields.get("Last-Modified") ?? "";
      assert.equal((await ask("GET /books/1", { "If-Modified-Since": since, "If-None-Match": '"x"' })).status, 200);
    },
  ],
  [
    "14.2",
    "ranges put together are the whole",
    async (ask) => {
      const target = "GET /books/1/chapter.txt";
      const whole = await ask(target);
      assert.equal(whole.fields.get("Accept-Ranges"), "bytes");
      const parts = [await ask(target, { Range: "bytes=0-49" }), await ask(target, { Range: "bytes=50-" })];
      assert.deepEqual(
        parts.map(({ status, fields }) => [status, fields.get("Content-Range")]),
        [
          [206, `bytes 0-49/${whole.content.length}`],
          [206, `bytes 50-${whole.content.length - 1}/${whole.content.length}`],
        ],
      );
      assert.equal(parts.map(({ content }) => content).join(""), whole.content);
      const last = await ask(target, { Range: "bytes=-7" });
      assert.equal(last.content, whole.content.slice(-7));
    },
  ],
  [
    "13.1.5",
    "If-Range with another state of the resource: the whole",
    async (ask) => {
      const answer = await ask("GET /books/1/chapter.txt", { Range: "bytes=0-9", "If-Range": '"old"' });
      assert.equal(answer.status, 200);
      assert.equal(answer.content.length, Number(answer.fields.get("Content-Length")));
    },
  ],
  [
    "15.3.5",
    "204 ends with its head, without Content-Length, and the connection goes on",
    async (ask) => {
      const quiet = await ask("GET /quiet-room");
      assert.deepEqual([quiet.status, quiet.content, quiet.fields.get("Content-Length")], [204, "", null]);
      assert.equal((await ask("GET /books")).status, 200);
    },
  ],
  [
    "15.4",
    "each redirect has a Location where something is",
    async (ask) => {
      for (const [target, status] of [
        ["/catalogue", 301],
        ["/book-of-the-month", 302],
        ["/desk", 307],
        ["/v1/books", 308],
      ] as const) {
        const answer = await ask(`GET ${target}`);
        assert.equal(answer.status, status);
        assert.equal((await ask(`GET ${answer.fields.get("Location")}`)).status, 200);
      }
    },
  ],
  [
    "15.4.5",
    "304 has the fields that a cache needs, no content, and the connection goes on",
    async (ask) => {
      const first = await ask("GET /books/1");
      const again = await ask("GET /books/1", { "If-None-Match": first.fields.get("ETag") ?? "" });
      assert.deepEqual([again.status, again.content], [304, ""]);
      for (const name of ["ETag", "Cache-Control", "Vary"]) {
        assert.equal(again.fields.get(name), first.fields.get(name), name);
      }
      assert.equal((await ask("GET /books")).status, 200);
    },
  ],
  [
    "15.5.14",
    "content that is too long: 413, and the connection goes on",
    async (ask) => {
      assert.equal((await ask("POST /books", asJson, JSON.stringify({ title: "x".repeat(60_000) }))).status, 413);
      assert.equal((await ask("GET /books/4")).status, 404);
    },
  ],
  [
    "15.5.15",
    "a target that is too long: 414",
    async (ask) => {
      assert.equal((await ask(`GET /search?q=${"x".repeat(20_000)}`)).status, 414);
    },
  ],
  [
    "15.5.16",
    "415 says which content is taken",
    async (ask) => {
      const { status, fields } = await ask("POST /books", { "Content-Type": "text/plain" }, "Dune");
      assert.equal(status, 415);
      assert.match(fields.get("Accept-Post") ?? "", /application\/json/);
    },
  ],
  [
    "15.5.17",
    "416 says how much there is",
    async (ask) => {
      const { status, fields } = await ask("GET /books/1/chapter.txt", { Range: "bytes=9000-" });
      assert.equal(status, 416);
      assert.match(fields.get("Content-Range") ?? "", /^bytes \*\/\d+$/);
    },
  ],
  [
    "15.5 and 15.6, with RFC 9457",
    "errors are problem+json for who takes JSON, with the status in it",
    async (ask) => {
      for (const line of ["GET /nothing", "GET /books/0", "DELETE /books", "GET /broken", "GET /scanner", "BREW /"]) {
        const { status, fields, content } = await ask(line, getJson);
        assert.equal(fields.get("Content-Type"), "application/problem+json", line);
        const problem = JSON.parse(content);
        assert.equal(problem.status, status, line);
        assert.ok(problem.title && problem.detail, line);
      }
    },
  ],
];

/** Fields that concern only the connection, and the time. */
const connectionFields = ["connection", "keep-alive", "date"];

for (const client of [fetchClient, curlClient, pythonClient()]) {
  describe(`RFC 9110 as ${client.name} sees it`, { skip: client.missing, timeout: 60_000 }, () => {
    after(() => client.close());
    for (const [section, says, check] of requirements) {
      test(`section ${section}: ${says}`, () =>
        check((line, fields, content) => {
          const [method = "", target = ""] = line.split(" ");
          return client.ask(new URL(target, server.url).href, method, fields, content);
        }));
    }
  });
}
