import assert from "node:assert/strict";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { type Field, MessageError } from "./message.ts";
import { parseRequest, parseResponse } from "./parse-message.ts";

/** What a parser made of a message: null where it refused it. */
type Reading = { readonly fields: readonly Field[]; readonly content: string } | null;

const runs = Number(process.env["FUZZ_RUNS"] ?? 60);

function ours(parse: () => { fields: readonly Field[]; content: string }): Reading {
  try {
    const { fields, content } = parse();
    return { fields, content };
  } catch (error) {
    assert.ok(error instanceof MessageError);
    return null;
  }
}

/** What Node collected of a message, its octets read as UTF-8 like ours. */
function reading(rawHeaders: readonly string[], chunks: readonly Buffer[]): Reading {
  const texts = rawHeaders.map((text) => Buffer.from(text, "latin1").toString("utf8"));
  const fields: Field[] = [];
  for (let index = 0; index < texts.length; index += 2) {
    fields.push({ name: texts[index] ?? "", value: texts[index + 1] ?? "" });
  }
  return { fields, content: Buffer.concat(chunks).toString("utf8") };
}

const listening = (server: net.Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;

describe("Node's own parser agrees on requests", () => {
  const readings = new Map<number, { requests: number; reading: Reading }>();
  const entry = (port = 0) => {
    const found = readings.get(port) ?? { requests: 0, reading: null };
    readings.set(port, found);
    return found;
  };
  const server = http.createServer({ insecureHTTPParser: false }, (request, response) => {
    const seen = entry(request.socket.remotePort);
    seen.requests += 1;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => {
      seen.reading = reading(request.rawHeaders, chunks);
      response.writeHead(204).end();
    });
  });
  server.on("connect", (request, socket) => {
    const seen = entry(request.socket.remotePort);
    seen.requests += 1;
    seen.reading = reading(request.rawHeaders, []);
    socket.end();
  });
  server.on("clientError", (_, socket) => {
    entry((socket as net.Socket).remotePort).requests += 2;
    socket.destroy();
  });
  before(() => listening(server));
  after(() => server.close());

  /** Send a text as it is; Node accepts it if it sees one whole request and nothing else. */
  function nodes(text: string): Promise<Reading> {
    return new Promise((resolve) => {
      const socket = net.connect(portOf(server), "127.0.0.1");
      let port = 0;
      socket.on("connect", () => {
        port = socket.localPort ?? 0;
        readings.delete(port);
        socket.end(text, "utf8");
      });
      socket.on("error", () => {});
      socket.on("close", () => {
        const { requests, reading } = entry(port);
        resolve(requests === 1 ? reading : null);
      });
      socket.resume();
    });
  }

  const host = "Host: library.example\r\n";
  const post = `POST / HTTP/1.1\r\n${host}`;
  const accepted: readonly string[] = [
    `GET / HTTP/1.1\r\n${host}\r\n`,
    `\r\n\r\nGET / HTTP/1.1\r\n${host}\r\n`,
    `QUERY / HTTP/1.1\r\n${host}\r\n`,
    `GET /?a=\`{|}^\\ HTTP/1.1\r\n${host}\r\n`,
    `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
    `CONNECT library.example:443 HTTP/1.1\r\n${host}\r\n`,
    "GET / HTTP/1.0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost:\r\n\r\n",
    `GET / HTTP/1.1\r\n${host}A: é\r\nB:\r\nC: \t d \t\r\n\r\n`,
    `${post}Content-Length: 1\r\n\r\na`,
    `${post}Content-Length: 04 \r\n\r\nnée`,
    `${post}Transfer-Encoding: Chunked\r\n\r\n1\r\na\r\n0A\r\n0123\r\n5678\r\n0\r\n\r\n`,
  ];
  const refused: readonly string[] = [
    "",
    "GET / HTTP/1.1\r\n\r\n",
    `GET books HTTP/1.1\r\n${host}\r\n`,
    `GET /é HTTP/1.1\r\n${host}\r\n`,
    `GET /a\tb HTTP/1.1\r\n${host}\r\n`,
    `GET /a b HTTP/1.1\r\n${host}\r\n`,
    `GET / HTTP/1.1 \r\n${host}\r\n`,
    `GET / HTTP/1.2\r\n${host}\r\n`,
    `GET / HTTP/2\r\n${host}\r\n`,
    `GET / http/1.1\r\n${host}\r\n`,
    `GET / HTTP/1.1\r\n ${host}\r\n`,
    `GET / HTTP/1.1\r\n${host}A : b\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}A: b\r\n c\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}A\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}: b\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}A@: b\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}A: b\rc\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}A: b\r\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}A: b\0\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}A: b\u007f\r\n\r\n`,
    `${post}\r\nDune`,
    `${post}Content-Length: 2\r\n\r\na`,
    `${post}Content-Length: 1\r\n\r\nab`,
    `${post}Content-Length: +1\r\n\r\na`,
    `${post}Content-Length: 0x1\r\n\r\na`,
    `${post}Content-Length: 1, 1\r\n\r\na`,
    `${post}Content-Length: 1\r\nContent-Length: 1\r\n\r\na`,
    `${post}Content-Length:\r\n\r\n`,
    `${post}Content-Length: 99999999999999999999\r\n\r\na`,
    `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: gzip\r\n\r\na`,
    `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n 1\r\na\r\n0\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET`,
  ];
  const onlyOurs: readonly [text: string, reason: string][] = [
    [`GET / HTTP/1.1\n${host.trim()}\n\n`, "LF alone may end a line (RFC 9112 section 2.2), and authors write it so"],
    [`GET / HTTP/1.1\r\n${host}`, "a transcript may end with its fields; a connection may not"],
    [`BREW / HTTP/1.1\r\n${host}\r\n`, "any token is a method (RFC 9110 section 9.1); Node has a closed list"],
    [`get / HTTP/1.1\r\n${host}\r\n`, "get is a token too, and another method than GET"],
  ];
  const onlyNodes: readonly [text: string, reason: string][] = [
    [`GET /\r\n${host}\r\n`, "Node takes HTTP/0.9, which no one writes"],
    [`GET / HTTP/0.9\r\n${host}\r\n`, "Node takes HTTP/0.9, which no one writes"],
    [`GET / HTTP/2.0\r\n${host}\r\n`, "HTTP/2 is not text (RFC 9113)"],
    [`GET  /  HTTP/1.1\r\n${host}\r\n`, "one space stands between the parts (RFC 9112 section 3)"],
    [`GET /#top HTTP/1.1\r\n${host}\r\n`, "a target has no fragment (RFC 9112 section 3.2)"],
    [`GET /"<> HTTP/1.1\r\n${host}\r\n`, "a target has no such character (RFC 3986)"],
    [`GET * HTTP/1.1\r\n${host}\r\n`, "* is for OPTIONS alone (RFC 9112 section 3.2.4)"],
    [`GET ftp://a/ HTTP/1.1\r\n${host}\r\n`, "this model speaks of http and https alone"],
    [`GET http://u:p@a/ HTTP/1.1\r\n${host}\r\n`, "user information in a target is an error (RFC 9110 section 4.2.4)"],
    [`CONNECT /a HTTP/1.1\r\n${host}\r\n`, "CONNECT has a host and a port for target (RFC 9112 section 3.2.3)"],
    [`GET / HTTP/1.1\r\n${host}${host}\r\n`, "two Host fields are an error (RFC 9112 section 3.2)"],
    ["GET / HTTP/1.1\r\nHost: http://a/\r\n\r\n", "an invalid Host is an error (RFC 9112 section 3.2)"],
    [
      `GET / HTTP/1.1\r\n${host}A: \u009b1m\r\n\r\n`,
      "these octets are UTF-8 for a control character, which a terminal may obey",
    ],
    [`${post}Content-Length: 0000000000000001\r\n\r\na`, "more digits than a length needs hide something"],
    [`${post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`, "compressed content is no text"],
    [
      "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "HTTP/1.0 has no transfer codings (RFC 9112 section 6.1)",
    ],
    [`${post}Transfer-Encoding: chunked\r\n\r\n1;a=b\r\na\r\n0\r\n\r\n`, "the model has no place for chunk extensions"],
    [`${post}Transfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n\r\n`, "the model has no place for trailer fields"],
  ];

  for (const text of accepted) {
    test(`to accept ${JSON.stringify(text)}`, async () => {
      const expected = ours(() => parseRequest(text));
      assert.notEqual(expected, null);
      assert.deepEqual(await nodes(text), expected);
    });
  }
  for (const text of refused) {
    test(`to refuse ${JSON.stringify(text)}`, async () => {
      assert.equal(
        ours(() => parseRequest(text)),
        null,
      );
      assert.equal(await nodes(text), null);
    });
  }
  for (const [text, reason] of onlyOurs) {
    test(`but refuses ${JSON.stringify(text)}: ${reason}`, async () => {
      assert.notEqual(
        ours(() => parseRequest(text)),
        null,
      );
      assert.equal(await nodes(text), null);
    });
  }
  for (const [text, reason] of onlyNodes) {
    test(`but accepts ${JSON.stringify(text)}: ${reason}`, async () => {
      assert.equal(
        ours(() => parseRequest(text)),
        null,
      );
      assert.notEqual(await nodes(text), null);
    });
  }

  test("when they are made at random and spoilt by one character", async () => {
    const method = fc.constantFrom("GET", "POST", "PUT");
    const start = fc.tuple(method, spoilt(fc.constant(" /books?x=1 HTTP/1.1"))).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(start, spoiltFields, framed, async (line, fields, rest) => {
        fc.pre(line.lastIndexOf(" ") > line.indexOf(" "));
        const text = `${line}\r\n${host}${fields}${rest}`;
        assert.deepEqual(
          await nodes(text),
          ours(() => parseRequest(text)),
        );
      }),
      { numRuns: runs },
    );
  });
});

describe("Node's own parser agrees on responses", () => {
  let text = "";
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(text, "utf8"));
  });
  before(() => listening(server));
  after(() => server.close());

  /** Answer Node's client with a text as it is; Node accepts it if it gets a whole response. */
  function nodes(answer: string, method = "GET"): Promise<Reading> {
    text = answer;
    return new Promise((resolve) => {
      const options = { host: "127.0.0.1", port: portOf(server), method, agent: false, insecureHTTPParser: false };
      const request = http.request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", () => resolve(null));
        response.on("end", () => resolve(response.complete ? reading(response.rawHeaders, chunks) : null));
      });
      request.on("error", () => resolve(null));
      request.end();
    });
  }

  const ok = "HTTP/1.1 200 OK\r\n";
  const accepted: readonly [text: string, method?: string][] = [
    [`${ok}\r\n`],
    [`${ok}\r\nDune`],
    [`${ok}Content-Length: 4\r\n\r\nDune`],
    [`${ok}Content-Length: 4\r\n\r\n`, "HEAD"],
    [`${ok}Transfer-Encoding: chunked\r\n\r\n4\r\nDune\r\n0\r\n\r\n`],
    [`\r\n${ok}\r\n`],
    ["HTTP/1.1 200\r\n\r\n"],
    ["HTTP/1.1 299 \r\n\r\n"],
    ["HTTP/1.1 200  O\tKé\r\n\r\n"],
    ["HTTP/1.0 200 OK\r\n\r\nDune"],
    ["HTTP/1.1 204 No Content\r\n\r\n"],
    ["HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\n"],
  ];
  const refused: readonly [text: string, method?: string][] = [
    [""],
    ["GET / HTTP/1.1\r\n\r\n"],
    ["HTTP/2 200\r\n\r\n"],
    ["HTTP/1.2 200 OK\r\n\r\n"],
    ["http/1.1 200 OK\r\n\r\n"],
    ["HTTP/1.1 20 OK\r\n\r\n"],
    ["HTTP/1.1 2000 OK\r\n\r\n"],
    ["HTTP/1.1 2x0 OK\r\n\r\n"],
    ["HTTP/1.1  200 OK\r\n\r\n"],
    ["HTTP/1.1 200OK\r\n\r\n"],
    ["HTTP/1.1 200 O\rK\r\n\r\n"],
    ["HTTP/1.1 204 No Content\r\n\r\nDune"],
    [`${ok}\r\nDune`, "HEAD"],
    [`${ok}Content-Length: 5\r\n\r\nDune`],
    [`${ok}Content-Length: 3\r\n\r\nDune`],
    [`${ok}Content-Length: 4\r\nContent-Length: 4\r\n\r\nDune`],
    [`${ok}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n4\r\nDune\r\n0\r\n\r\n`],
    [`${ok}Transfer-Encoding: chunked\r\n\r\n4\r\nDune\r\n`],
    [`${ok}A : b\r\n\r\n`],
    [`${ok}A: b\r\n c\r\n\r\n`],
    [`${ok}A: \0\r\n\r\n`],
  ];
  const onlyOurs: readonly [text: string, reason: string][] = [
    ["HTTP/1.1 200 OK\n\n", "LF alone may end a line (RFC 9112 section 2.2), and authors write it so"],
    [ok, "a transcript may end with its fields; a connection may not"],
    ["HTTP/1.1 100 Continue\r\n\r\n", "an interim response is a message too; Node's client waits for the final one"],
  ];
  const onlyNodes: readonly [text: string, reason: string][] = [
    ["HTTP/2.0 200 OK\r\n\r\n", "HTTP/2 is not text (RFC 9113)"],
    ["HTTP/1.1 600 OK\r\n\r\n", "there are five classes of status (RFC 9110 section 15)"],
    ["HTTP/1.1 099 OK\r\n\r\n", "there are five classes of status (RFC 9110 section 15)"],
    ["HTTP/1.1 200 O\u001bK\r\n\r\n", "a reason has no control characters (RFC 9112 section 4)"],
    [`${ok}Transfer-Encoding: gzip\r\n\r\nDune`, "compressed content is no text"],
  ];

  for (const [text, method = "GET"] of accepted) {
    test(`to ${method}, to accept ${JSON.stringify(text)}`, async () => {
      const expected = ours(() => parseResponse(text, method));
      assert.notEqual(expected, null);
      assert.deepEqual(await nodes(text, method), expected);
    });
  }
  for (const [text, method = "GET"] of refused) {
    test(`to ${method}, to refuse ${JSON.stringify(text)}`, async () => {
      assert.equal(
        ours(() => parseResponse(text, method)),
        null,
      );
      assert.equal(await nodes(text, method), null);
    });
  }
  for (const [text, reason] of onlyOurs) {
    test(`but refuses ${JSON.stringify(text)}: ${reason}`, async () => {
      assert.notEqual(
        ours(() => parseResponse(text, "GET")),
        null,
      );
      assert.equal(await nodes(text), null);
    });
  }
  for (const [text, reason] of onlyNodes) {
    test(`but accepts ${JSON.stringify(text)}: ${reason}`, async () => {
      assert.equal(
        ours(() => parseResponse(text, "GET")),
        null,
      );
      assert.notEqual(await nodes(text), null);
    });
  }

  test("when they are made at random and spoilt by one character", async () => {
    const start = fc.constantFrom("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found", "HTTP/1.1 500 ");
    await fc.assert(
      fc.asyncProperty(start, spoiltFields, framed, async (line, fields, rest) => {
        const text = `${line}\r\n${fields}${rest}`;
        assert.deepEqual(
          await nodes(text),
          ours(() => parseResponse(text, "GET")),
        );
      }),
      { numRuns: runs },
    );
  });
});

/** The text as it is, or with one character put in or taken out. */
function spoilt(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const character = fc.constantFrom("", "", "\0", "\u0001", "\u007f", "\r", ":", "é", "👍", "@", "(", ",");
  return fc.tuple(texts, character, fc.nat(), fc.boolean()).map(([text, put, seed, take]) => {
    const place = 1 + (seed % text.length);
    return text.slice(0, place) + put + text.slice(take ? place + 1 : place);
  });
}

const spoiltFields = fc
  .array(
    spoilt(
      fc
        .tuple(
          fc.string({ unit: fc.constantFrom(..."Aa0-_!#$%&'*+.^`|~"), minLength: 1 }),
          fc.string({ unit: fc.constantFrom(...'az09 \t"(),/:;<=>?@[\\]{}é'), maxLength: 20 }),
        )
        .map(([name, value]) => `X-${name}: ${value}`),
    ),
    { maxLength: 3 },
  )
  .map((lines) => lines.map((line) => `${line}\r\n`).join(""));

/** The rest of a message: the fields that frame its content, the empty line, the content. */
const framed = fc
  .tuple(
    fc.constantFrom("length", "chunks", "both", "wrong length", "wrong chunk"),
    fc.string({ unit: "binary", maxLength: 20 }),
  )
  .map(([kind, content]) => {
    const size = Buffer.byteLength(content);
    const chunks = content === "" ? "" : `${(size + (kind === "wrong chunk" ? 1 : 0)).toString(16)}\r\n${content}\r\n`;
    const length = `Content-Length: ${kind === "wrong length" ? size + 1 : size}\r\n`;
    const coding = "Transfer-Encoding: chunked\r\n";
    if (kind.endsWith("length")) return `${length}\r\n${content}`;
    return `${kind === "both" ? length : ""}${coding}\r\n${chunks}0\r\n\r\n`;
  });
