import assert from "node:assert/strict";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { RequestMessage, ResponseMessage } from "../../http/message/message.ts";
import { type MockServer, startMockServer } from "./mock-server.ts";

/** The requests that the server's double was asked, and what it answers. */
let asked: RequestMessage[];
let reply: (request: RequestMessage) => ResponseMessage | null;
let server: MockServer;

beforeEach(async () => {
  asked = [];
  reply = () => response({ content: "yes", fields: [{ name: "Content-Length", value: "3" }] });
  server = await startMockServer(async (request) => {
    asked.push(request);
    return reply(request);
  });
});

afterEach(() => server.close());

function response(parts: Partial<ResponseMessage>): ResponseMessage {
  return { version: "HTTP/1.1", status: 200, reason: "OK", fields: [], content: "", ...parts };
}

/** All that comes back on one connection for octets written as they are; by default the connection ends after them. */
function exchange(octets: string | Buffer, { end = true } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.setEncoding("utf8").on("data", (text) => {
      received += text;
    });
    socket.on("close", () => resolve(received)).on("error", reject);
    socket.write(octets);
    if (end) socket.end();
  });
}

const head = (line: string, ...fields: string[]): string =>
  [line, "Host: library.example", ...fields, "", ""].join("\r\n");

describe("a request on the wire becomes a message", () => {
  test("with its fields as they were sent: their case, their order, their repetitions", async () => {
    await exchange(head("GET /books?q=%20a HTTP/1.1", "aCCept: text/html", "X: 1", "x:2"));
    assert.deepEqual(asked, [
      {
        method: "GET",
        target: "/books?q=%20a",
        version: "HTTP/1.1",
        fields: [
          { name: "Host", value: "library.example" },
          { name: "aCCept", value: "text/html" },
          { name: "X", value: "1" },
          { name: "x", value: "2" },
        ],
        content: "",
      },
    ]);
  });

  test("with its target in absolute form as it was sent", async () => {
    await exchange(head("GET http://library.example/books HTTP/1.1"));
    assert.equal(asked[0]?.target, "http://library.example/books");
  });

  test("with its content out of the chunks", async () => {
    const chunks = "4\r\nDuï\r\n2\r\nne\r\n0\r\n\r\n";
    await exchange(head("POST /books HTTP/1.1", "Transfer-Encoding: chunked") + chunks);
    assert.equal(asked[0]?.content, "Duïne");
  });

  test("with the version that the client speaks", async () => {
    await exchange("GET / HTTP/1.0\r\n\r\n");
    assert.equal(asked[0]?.version, "HTTP/1.0");
  });

  test("also where it lacks the Host field, for the server to judge", async () => {
    await exchange("GET / HTTP/1.1\r\n\r\n");
    assert.deepEqual(asked[0]?.fields, []);
  });

  test("also where Node knows no such method", async () => {
    assert.match(await exchange(head("BREW /cafe/coffee HTTP/1.1")), /^HTTP\/1\.1 200 OK\r\n/);
    assert.equal(asked[0]?.method, "BREW");
  });

  test("also where it asks for a tunnel", async () => {
    assert.match(await exchange(head("CONNECT library.example:443 HTTP/1.1")), /^HTTP\/1\.1 200 OK\r\n/);
    assert.deepEqual([asked[0]?.method, asked[0]?.target], ["CONNECT", "library.example:443"]);
  });

  test("of which no more content is kept than shows that it is too long", async () => {
    await exchange(head("POST /books HTTP/1.1", "Content-Length: 1000000") + "é".repeat(500_000));
    assert.ok(Buffer.byteLength(asked[0]?.content ?? "") < 20_010);
    assert.ok(Buffer.byteLength(asked[0]?.content ?? "") > 20_000);
  });
});

describe("a message becomes a response on the wire", () => {
  test("with its status, reason and fields as they are, and nothing of Node's but what concerns the connection", async () => {
    reply = () =>
      response({
        status: 418,
        reason: "I'm a Teapot",
        fields: [
          { name: "Set-Cookie", value: "a=1" },
          { name: "set-cookie", value: "b=2" },
          { name: "Content-Length", value: "3" },
        ],
        content: "tea",
      });
    const lines = (await exchange(head("GET / HTTP/1.1", "Connection: close"))).split("\r\n");
    assert.deepEqual(lines, [
      "HTTP/1.1 418 I'm a Teapot",
      "Set-Cookie: a=1",
      "set-cookie: b=2",
      "Content-Length: 3",
      "Connection: close",
      "",
      "tea",
    ]);
  });

  for (const [what, line, status] of [
    ["a response to HEAD", "HEAD / HTTP/1.1", 200],
    ["204", "GET / HTTP/1.1", 204],
    ["304", "GET / HTTP/1.1", 304],
  ] as const) {
    test(`that ends with its head, for ${what}`, async () => {
      reply = () => response({ status });
      assert.match(await exchange(head(line, "Connection: close")), /\r\n\r\n$/);
    });
  }

  test("as often as the client asks on one connection", async () => {
    const received = await exchange(head("GET /1 HTTP/1.1") + head("GET /2 HTTP/1.1"));
    assert.equal(received.match(/HTTP\/1\.1 200 OK/g)?.length, 2);
  });

  test("as no octet at all where the server is off", async () => {
    reply = () => null;
    assert.equal(await exchange(head("GET / HTTP/1.1"), { end: false }).catch(() => ""), "");
  });

  test("after 100 Continue for a client that waits for it", async () => {
    const fields = ["Content-Type: application/json", "Content-Length: 2", "Expect: 100-continue"];
    const received = await exchange(`${head("POST /books HTTP/1.1", ...fields)}{}`);
    assert.match(received, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
  });
});

describe("a client that waits for 100 Continue gets the final status at once where the head decides it", () => {
  const cases: readonly [line: string, fields: readonly string[], status: number][] = [
    ["POST /nowhere HTTP/1.1", ["Content-Type: application/json", "Content-Length: 2"], 404],
    ["PUT /books HTTP/1.1", ["Content-Type: application/json", "Content-Length: 2"], 405],
    ["POST /books HTTP/1.1", ["Content-Type: application/json", "Content-Length: 999999"], 413],
    ["POST /books HTTP/1.1", ["Content-Type: text/plain", "Content-Length: 2"], 415],
  ];
  for (const [line, fields, status] of cases) {
    test(`${line} with ${fields.join(", ")}: ${status}, and the connection ends`, async () => {
      const received = await exchange(head(line, ...fields, "Expect: 100-continue"), { end: false });
      assert.match(received, new RegExp(`^HTTP/1\\.1 ${status} `));
      assert.match(received, /\r\nConnection: close\r\n/);
      assert.deepEqual(asked, []);
    });
  }

  test("and no 100 where it announces no content", async () => {
    assert.match(await exchange(head("GET /books HTTP/1.1", "Expect: 100-continue")), /^HTTP\/1\.1 200 OK\r\n/);
  });
});

describe("several requests on one connection", () => {
  test("that came whole are answered before what follows them is refused", async () => {
    reply = ({ content }) => response({ reason: content, fields: [{ name: "Content-Length", value: "0" }] });
    for (const garbage of ["XYZ\r\n\r\n", "\x16\x03\x01", "POST / HTTP/1.1\r\nA B: c\r\n\r\n"]) {
      const received = await exchange(`${head("POST /books HTTP/1.1", "Content-Length: 5")}first${garbage}`);
      assert.match(received, /^HTTP\/1\.1 200 first\r\n[\s\S]*HTTP\/1\.1 400 Bad Request\r\n/, garbage);
    }
  });

  test("that came whole are answered in their order also where the answer takes its time", async () => {
    await server.close();
    server = await startMockServer(async (request) => {
      await new Promise((resume) => setTimeout(resume, request.target === "/slow" ? 50 : 0));
      asked.push(request);
      return response({ reason: request.target, fields: [{ name: "Content-Length", value: "0" }] });
    });
    const received = await exchange(
      `${head("GET /slow HTTP/1.1") + head("DELETE /books/1 HTTP/1.1")}nonsense\r\n\r\n`,
      { end: false },
    );
    assert.deepEqual(received.match(/^HTTP\/1\.1 .*$/gm), [
      "HTTP/1.1 200 /slow",
      "HTTP/1.1 200 /books/1",
      "HTTP/1.1 400 Bad Request",
    ]);
    assert.deepEqual(
      asked.map(({ method }) => method),
      ["GET", "DELETE"],
    );
  });

  test("end with one whose transfer coding leaves its end in doubt", async () => {
    const chunk = "2\r\n{}\r\n0\r\n\r\n";
    const old = `POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`;
    const coded = head("POST / HTTP/1.1", "Transfer-Encoding: gzip, chunked") + chunk;
    for (const request of [old, coded]) {
      assert.match(await exchange(request, { end: false }), /\r\nConnection: close\r\n/);
    }
  });
});

describe("a page of another origin", () => {
  const origin = "Origin: https://page.example";
  const wish = "Access-Control-Request-Headers: content-type";

  test("may send what it asks for beforehand, and nobody takes that for a request", async () => {
    const received = await exchange(
      head("OPTIONS /books/1 HTTP/1.1", origin, "Access-Control-Request-Method: PUT", wish),
    );
    assert.match(received, /^HTTP\/1\.1 204 No Content\r\n/);
    for (const field of ["Allow-Origin: *", "Allow-Methods: PUT", "Allow-Headers: content-type"]) {
      assert.ok(received.includes(`\r\nAccess-Control-${field}\r\n`), field);
    }
    assert.deepEqual(asked, []);
  });

  test("may read the answer, refusals too", async () => {
    for (const line of ["GET /books HTTP/1.1", "POST / HTTP/1.1"]) {
      assert.match(
        await exchange(head(line, origin, ...(line.startsWith("POST") ? ["Expect: wonders"] : []))),
        /\r\nAccess-Control-Allow-Origin: \*\r\n/,
      );
    }
    assert.doesNotMatch(await exchange(head("GET /books HTTP/1.1")), /Access-Control/);
  });
});

test("a later version of HTTP/1 is taken as HTTP/1.1", async () => {
  assert.match(await exchange(head("GET /books HTTP/1.2")), /^HTTP\/1\.1 200 OK\r\n/);
  assert.equal(asked[0]?.target, "/books");
});

describe("what never was a message is refused in words", () => {
  const cases: [what: string, octets: string | Buffer, status: number, words: RegExp][] = [
    ["a space in the target", head("GET /a b HTTP/1.1"), 400, /Line 1, column 7: .*a space is written %20/],
    ["a letter outside ASCII in the target", head("GET /ä HTTP/1.1"), 400, /expected %C3%A4 in its place/],
    ["a version that nobody speaks", head("GET / HTTP/11"), 400, /HTTP\/1\.1 or HTTP\/1\.0/],
    ["a field name with a space", "GET / HTTP/1.1\r\nA B: c\r\n\r\n", 400, /Invalid header token/],
    ["two lengths", head("POST / HTTP/1.1", "Content-Length: 1", "Content-Length: 2"), 400, /Content-Length/],
    [
      "a length beside chunks",
      head("POST / HTTP/1.1", "Content-Length: 1", "Transfer-Encoding: chunked"),
      400,
      /Content-Length|Transfer-Encoding/,
    ],
    ["a chunk without a size", `${head("POST / HTTP/1.1", "Transfer-Encoding: chunked")}x\r\n`, 400, /chunk size/],
    ["another protocol", "\x16\x03\x01\x02\x00\x01", 400, /Invalid method/],
    ["65 KB of fields", head("GET / HTTP/1.1", `A: ${"a".repeat(66_000)}`), 431, /64 KB/],
    ["an expectation that nobody knows", head("GET / HTTP/1.1", "Expect: wonders"), 417, /“wonders”/],
    [
      "content that is no UTF-8",
      Buffer.concat([Buffer.from(head("POST / HTTP/1.1", "Content-Length: 2")), Buffer.from([0x44, 0xff])]),
      415,
      /UTF-8/,
    ],
  ];
  for (const [what, octets, status, words] of cases) {
    test(`${what}: ${status}`, async () => {
      const received = await exchange(octets);
      assert.match(received, new RegExp(`^HTTP/1\\.1 ${status} \\S`));
      assert.match(received, /\r\nDate: [A-Z]/);
      assert.match(received, words);
      assert.deepEqual(asked, []);
    });
  }

  test("a fault of the server's own: 500, with no detail, and the server goes on", async () => {
    reply = () => {
      throw new Error("secret");
    };
    const received = await exchange(head("GET / HTTP/1.1"));
    assert.match(received, /^HTTP\/1\.1 500 Internal Server Error\r\n/);
    assert.doesNotMatch(received, /secret/);
    reply = () => response({});
    assert.match(await exchange(head("GET / HTTP/1.1")), /^HTTP\/1\.1 200 OK/);
  });

  test("a response that cannot be written: 500, and the server goes on", async () => {
    reply = () => response({ fields: [{ name: "X", value: "\n" }] });
    assert.match(await exchange(head("GET / HTTP/1.1")), /^HTTP\/1\.1 500 Internal Server Error\r\n/);
  });

  for (const line of ["CONNECT library.example:443 HTTP/1.1", "GET / HTTP/1.1", "NONSENSE"]) {
    test(`a client that breaks off after ${line}: the server goes on`, async () => {
      await new Promise((closed) => {
        const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
        socket.on("close", closed).on("error", closed);
        socket.write(head(line), () => socket.resetAndDestroy());
      });
      assert.match(await exchange(head("GET / HTTP/1.1")), /^HTTP\/1\.1 200 OK/);
    });
  }

  test("a client that leaves half-way: nobody is asked, and the server goes on", async () => {
    await exchange(`${head("POST / HTTP/1.1", "Content-Length: 10")}half`);
    assert.deepEqual(asked, []);
    assert.match(await exchange(head("GET / HTTP/1.1")), /^HTTP\/1\.1 200 OK/);
  });
});
