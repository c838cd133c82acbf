import assert from "node:assert/strict";
import { test } from "node:test";
import { octets } from "../../http/message/message.ts";
import { seed } from "../site/library.ts";
import { routes } from "../site/routes.ts";
import { asForm, asJson, ask, field, noon, requestOf } from "./ask.ts";
import { type Served, serve } from "./serve.ts";
import { serveOnWire } from "./wire.ts";

/** What an origin server has to do, with the section of RFC 9110 (unless another RFC is named) that says so. */
const requirements: readonly (readonly [section: string, requirement: string, check: () => void])[] = [
  [
    "5.3",
    "field lines of one name count as one list",
    () => {
      const request = requestOf("GET /books");
      const fields = [
        ...request.fields,
        ...["image/png", "application/json"].map((value) => ({ name: "accept", value })),
      ];
      assert.equal(field(serve({ ...request, fields }, seed, noon), "Content-Type"), "application/json");
    },
  ],
  [
    "5.6.7",
    "a date is written as an IMF-fixdate",
    () => assert.equal(field(ask("GET /"), "Date"), "Thu, 15 Jan 2026 12:00:00 GMT"),
  ],
  ["6.6.1", "every response has a Date", () => everywhere((served) => assert.notEqual(field(served, "Date"), null))],
  [
    "7.2, RFC 9112 3.2",
    "a request without Host, with two, or with one that names no host is refused with 400",
    () => {
      const request = requestOf("GET /");
      const hosts = [[], ["a.example", "b.example"], ["a.example/b"], [""], ["a.example, b.example"]];
      for (const values of hosts) {
        isStatus(400, serve({ ...request, fields: values.map((value) => ({ name: "host", value })) }, seed, noon));
      }
      isStatus(200, serve({ ...request, version: "HTTP/1.0", fields: [] }, seed, noon));
    },
  ],
  [
    "RFC 9112 3.2.2",
    "a target in absolute form means the same as its path",
    () => {
      isStatus(200, ask("GET http://library.example/books/1"));
      isStatus(200, ask("GET http://library.example"));
      isStatus(200, ask("GET HTTPS://library.example?q=1"));
    },
  ],
  [
    "RFC 9112 3.2",
    "a malformed target is refused with 400",
    () => {
      for (const target of ["books", "*", "/%zz", "/%ff", "/books#add", "/bücher", "ftp://library.example/", ""]) {
        isStatus(400, serve({ ...requestOf("GET /"), target }, seed, noon));
      }
    },
  ],
  [
    "8.3",
    "content comes with its type",
    () =>
      everywhere((served) => {
        if (served.response.content !== "") assert.notEqual(field(served, "Content-Type"), null);
      }),
  ],
  [
    "8.6",
    "Content-Length counts the octets of the content in UTF-8",
    () =>
      everywhere((served) => {
        if (served.response.content !== "")
          assert.equal(Number(field(served, "Content-Length")), octets(served.response.content));
      }),
  ],
  ["8.6", "204 has no Content-Length", () => assert.equal(field(ask("GET /quiet-room"), "Content-Length"), null)],
  [
    "9.1",
    "a method that is known nowhere is refused with 501, and names of methods are case-sensitive",
    () => {
      for (const method of ["BREW", "get", "TRACE", "CONNECT"]) isStatus(501, ask(`${method} /`));
    },
  ],
  [
    "9.2.1",
    "reading changes no book and no loan",
    () =>
      everywhere((served, line) => {
        if (/^(GET|HEAD|OPTIONS)/.test(line)) assert.equal(served.state.books, seed.books, line);
      }),
  ],
  [
    "9.2.2",
    "the same PUT twice leaves the same as once",
    () => {
      const once = ask("PUT /books/1", asJson, '{"title": "Alice"}').state;
      assert.deepEqual(ask("PUT /books/1", asJson, '{"title": "Alice"}', once).state, once);
    },
  ],
  [
    "9.3.2",
    "HEAD answers as GET does, without the content",
    () => {
      for (const path of readable) {
        const head = ask(`HEAD ${path}`).response;
        const get = ask(`GET ${path}`).response;
        assert.deepEqual({ ...head, content: get.content }, get, path);
        assert.equal(head.content, "", path);
      }
    },
  ],
  [
    "9.3.3",
    "201 has the Location of what was made",
    () => {
      const served = ask("POST /books", asJson, '{"title": "Dune"}');
      isStatus(201, served);
      isStatus(200, ask(`GET ${field(served, "Location")}`, {}, "", served.state));
    },
  ],
  [
    "9.3.7",
    "OPTIONS tells the methods in Allow",
    () => {
      assert.equal(field(ask("OPTIONS /books/1"), "Allow"), "GET, HEAD, PUT, PATCH, DELETE, OPTIONS");
      for (const { on } of routes) assert.match(field(ask(`OPTIONS ${pathOf(on)}`), "Allow") ?? "", /OPTIONS/);
    },
  ],
  [
    "9.3.7",
    "OPTIONS * speaks of the whole server",
    () => {
      assert.equal(field(ask("OPTIONS *"), "Allow"), "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    },
  ],
  [
    "10.2.1, 15.5.6",
    "405 has Allow, and what it lists is answered",
    () => {
      for (const { on } of routes) {
        const served = ask(`DELETE ${pathOf(on)}`);
        if (served.response.status !== 405) continue;
        for (const method of (field(served, "Allow") ?? "").split(", ")) {
          const { status } = ask(`${method} ${pathOf(on)}`).response;
          assert.ok(status !== 405 && status !== 501, `${method} ${on}`);
        }
      }
    },
  ],
  [
    "10.2.3",
    "Retry-After stands in 429 and 503",
    () => {
      assert.equal(field(ask("GET /scanner"), "Retry-After"), "3600");
      const state = { ...seed, searches: { since: noon.toISOString(), count: 3 } };
      const busy = ask("GET /api/search", {}, "", state);
      isStatus(429, busy);
      assert.equal(field(busy, "Retry-After"), "60");
    },
  ],
  [
    "11.6.1, 15.5.2",
    "401 has a challenge in WWW-Authenticate, also for a wrong card",
    () => {
      const served = ask("GET /members", { Authorization: "Bearer stolen-card" });
      isStatus(401, served);
      assert.equal(field(served, "WWW-Authenticate"), 'Bearer realm="members"');
    },
  ],
  ["12.5.1", "without Accept any representation is good", () => isStatus(200, ask("GET /books"))],
  [
    "12.5.1",
    "the more exact media range decides, and a higher weight wins",
    () => {
      for (const [accept, type] of [
        ["text/html;q=0.5, application/json", "application/json"],
        ["text/*, application/json;q=0.9", "text/html; charset=utf-8"],
        ["*/*, text/html;q=0.1", "application/json"],
        ["application/*", "application/json"],
        ["TEXT/HTML ; Q=1 , application/json;q=0.999", "text/html; charset=utf-8"],
        ["text/html;charset=utf-8, application/json;q=0.1", "text/html; charset=utf-8"],
        ["text/html;level=1, application/json;q=0.1", "application/json"],
        ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"],
        ["application/json;odata=verbose", "application/json"],
        ["text/html;level=1;q=0.5", "text/html; charset=utf-8"],
        ['text/plain;a="x,application/json;q=1", text/html;q=0.2', "text/html; charset=utf-8"],
      ]) {
        assert.equal(field(ask("GET /books", { Accept: accept ?? "" }), "Content-Type"), type, accept);
      }
    },
  ],
  [
    "12.5.1, 15.5.7",
    "a representation of weight 0 is not sent, and 406 lists what there is",
    () => {
      isStatus(406, ask("GET /books", { Accept: "text/html;q=0, text/html;level=1" }));
      const served = ask("GET /books", { Accept: "text/html;q=0, application/json;q=0.0" });
      isStatus(406, served);
      assert.match(served.response.content, /text\/html and application\/json/);
    },
  ],
  [
    "12.5.5",
    "Vary names Accept where it decides, in 200, 304, 404 and 406 alike",
    () => {
      const tag = field(ask("GET /books/1"), "ETag") ?? "";
      for (const served of [
        ask("GET /books/1"),
        ask("GET /books/1", { "If-None-Match": tag }),
        ask("GET /nothing"),
        ask("GET /books", { Accept: "image/png" }),
      ]) {
        assert.equal(field(served, "Vary"), "Accept");
      }
      assert.equal(field(ask("GET /style.css"), "Vary"), null);
    },
  ],
  [
    "15.3.6",
    "205 has no content, and says so by Content-Length",
    () => {
      const served = ask("POST /returns", asJson, '{"book": 2}');
      isStatus(205, served);
      assert.equal(served.response.content, "");
      assert.equal(field(served, "Content-Length"), "0");
      assert.equal(field(served, "Content-Type"), null);
    },
  ],
  [
    "15.3.5, 15.4.5",
    "204 and 304 have no content and no Content-Type",
    () => {
      const tag = field(ask("GET /books"), "ETag") ?? "";
      for (const served of [
        ask("GET /quiet-room"),
        ask("DELETE /books/1"),
        ask("GET /books", { "If-None-Match": tag }),
      ]) {
        assert.equal(served.response.content, "");
        assert.equal(field(served, "Content-Type"), null);
      }
    },
  ],
  [
    "15.4",
    "a redirection has a Location that leads somewhere",
    () => {
      for (const path of ["/catalogue", "/book-of-the-month", "/desk", "/v1/books"]) {
        isStatus(200, ask(`GET ${field(ask(`GET ${path}`), "Location")}`));
      }
    },
  ],
  [
    "15.5.14",
    "too much content is refused with 413",
    () => isStatus(413, ask("POST /books", asForm, `title=${"é".repeat(10_001)}`)),
  ],
  ["15.5.15", "too long a target is refused with 414", () => isStatus(414, ask(`GET /${"a".repeat(8_000)}`))],
  ["4.1", "a target of 8000 bytes is read", () => isStatus(404, ask(`GET /${"a".repeat(7_999)}`))],
  [
    "12.5.5",
    "what an answer that may be kept depends on stands in Vary: Content-Type of a GET changes nothing",
    () => assert.equal(field(ask("GET /books/1", asJson), "Content-Type"), "text/html; charset=utf-8"),
  ],
  [
    "15.5.20",
    "a request for another host is misdirected, by its Host or by its whole target",
    () => {
      const onWire = (line: string, fields = {}) => serveOnWire(requestOf(line, fields), seed, noon);
      isStatus(421, onWire("GET /books", { Host: "api.example" }));
      isStatus(421, onWire("GET http://api.example/books"));
      for (const host of ["library.example", "LIBRARY.example:80", "127.0.0.1:8080", "localhost:8080", "[::1]:8080"]) {
        isStatus(200, onWire("GET /books", { Host: host }));
      }
      isStatus(200, onWire("GET http://library.example/books", { Host: "api.example" }));
      isStatus(400, onWire("GET /books", { Host: "a b" }));
    },
  ],
  [
    "8.4, 12.5.3",
    "compressed content is refused with 415, which says that none is taken",
    () => {
      const post = ask("POST /books", { ...asJson, "Content-Encoding": "gzip" }, "{}");
      isStatus(415, post);
      assert.equal(field(post, "Accept-Encoding"), "identity");
    },
  ],
  [
    "6.1 of RFC 9112",
    "a transfer coding that is not known is not implemented, and one in HTTP/1.0 or beside a length is faulty",
    () => {
      const onWire = (fields: Readonly<Record<string, string>>, version = "HTTP/1.1") =>
        serveOnWire({ ...requestOf("POST /books", { ...asJson, ...fields }, "{}"), version }, seed, noon);
      isStatus(501, onWire({ "Transfer-Encoding": "gzip, chunked" }));
      isStatus(400, onWire({ "Transfer-Encoding": "chunked", "Content-Length": "2" }));
      isStatus(422, onWire({ "Transfer-Encoding": "Chunked" }));
      isStatus(400, onWire({ "Transfer-Encoding": "chunked" }, "HTTP/1.0"));
    },
  ],
  [
    "15.5.16",
    "415 tells what would be understood, and so does OPTIONS",
    () => {
      const post = ask("POST /books", { "Content-Type": "text/csv" }, "Dune");
      isStatus(415, post);
      assert.equal(field(post, "Accept-Post"), "application/x-www-form-urlencoded, application/json");
      assert.equal(field(ask("OPTIONS /books"), "Accept-Post"), field(post, "Accept-Post"));
      assert.equal(field(ask("PUT /books/1", {}, "{}"), "Accept"), "application/json");
      assert.equal(
        field(ask("PATCH /books/1", {}, "{}"), "Accept-Patch"),
        "application/merge-patch+json, application/json",
      );
    },
  ],
  [
    "15.6.6",
    "another major version of HTTP is refused with 505",
    () => {
      isStatus(505, serve({ ...requestOf("GET /"), version: "HTTP/2.0" }, seed, noon));
    },
  ],
  [
    "RFC 9457 3",
    "a problem for programs is JSON with type, title, status and detail",
    () => {
      const served = ask("GET /nothing", { Accept: "application/json" });
      assert.equal(field(served, "Content-Type"), "application/problem+json");
      assert.deepEqual(JSON.parse(served.response.content), {
        type: "about:blank",
        title: "Not Found",
        status: 404,
        detail: "There is nothing at /nothing.",
      });
    },
  ],
  [
    "RFC 9457 3",
    "a problem for people is a page, and whoever sends JSON is told in JSON",
    () => {
      assert.equal(field(ask("GET /nothing", { Accept: "text/html" }), "Content-Type"), "text/html; charset=utf-8");
      assert.equal(field(ask("POST /books", asJson, "{}"), "Content-Type"), "application/problem+json");
    },
  ],
];

for (const [section, requirement, check] of requirements) test(`${requirement} (${section})`, check);

const pathOf = (on: string): string =>
  on.replace(/^\S+ /, "").replace(":id", on.includes("pictures") ? "old-books.svg" : "1");

const readable = routes.flatMap(({ on }) => (on.startsWith("GET ") ? [pathOf(on)] : []));

/** Checks what every known method of every path, and of none, is answered. */
function everywhere(check: (served: Served, line: string) => void): void {
  for (const path of [...routes.map(({ on }) => pathOf(on)), "/nothing", "/books/99", "/books/0"]) {
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"]) {
      const line = `${method} ${path}`;
      check(ask(line), line);
      check(ask(line, asJson, '{"title": "Dune", "book": 2}'), line);
      check(ask(line, asForm, "title=D%C3%BCne&book=2"), line);
    }
  }
}

function isStatus(status: number, { response }: Served): void {
  assert.equal(response.status, status, `${response.status} ${response.reason}: ${response.content}`);
}
