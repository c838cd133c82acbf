import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type PageEntry, pageRows, sourceOf } from "./own-cycle.ts";

/** What Chromium 150 tells of a page that came compressed over HTTP/1.1, on a connection that it opened for it. */
const first: PageEntry = {
  name: "https://school.example/lesson/",
  type: "navigate",
  initiatorType: "navigation",
  responseStatus: 200,
  nextHopProtocol: "http/1.1",
  deliveryType: "",
  workerStart: 0,
  redirectCount: 0,
  domainLookupStart: 1,
  domainLookupEnd: 1,
  connectStart: 1,
  secureConnectionStart: 0,
  connectEnd: 1,
  requestStart: 4,
  responseStart: 46.4,
  responseEnd: 49.4,
  transferSize: 53_354,
  encodedBodySize: 53_054,
  decodedBodySize: 191_273,
};

const without = (...names: readonly (keyof PageEntry)[]): PageEntry =>
  Object.fromEntries(Object.entries(first).filter(([name]) => !names.includes(name as keyof PageEntry))) as PageEntry;

const shown = (entry: PageEntry): Readonly<Record<string, string>> =>
  Object.fromEntries(pageRows(entry).map(({ name, value, note }) => [name, `${value}${note ? ` ${note}` : ""}`]));

describe("where something came from:", () => {
  const rows: readonly [what: string, entry: PageEntry, source: ReturnType<typeof sourceOf>][] = [
    ["from the host", first, "host"],
    [
      "from the host, where the browser does not tell a copy that was confirmed",
      without("deliveryType"),
      "host or confirmed",
    ],
    ["a copy, without a request", { ...first, transferSize: 0, deliveryType: "cache" }, "copy"],
    ["the same in a browser without deliveryType", { ...without("deliveryType"), transferSize: 0 }, "copy"],
    ["a copy that the host confirmed", { ...first, transferSize: 300, deliveryType: "cache" }, "confirmed"],
    [
      "the same, of which the browser tells no size",
      { ...first, transferSize: 300, encodedBodySize: 0, decodedBodySize: 0 },
      "confirmed",
    ],
    [
      "from a service worker, which Chromium calls delivered from the cache",
      { ...first, workerStart: 3, transferSize: 0, deliveryType: "cache" },
      "worker",
    ],
    [
      "a copy in WebKit, whose times are those at which it came",
      { ...first, requestStart: -2287, transferSize: 0, encodedBodySize: 0, decodedBodySize: 0 },
      "copy or confirmed",
    ],
    ["not told", { ...first, transferSize: 0, encodedBodySize: 0, decodedBodySize: 0 }, null],
  ];
  for (const [what, entry, source] of rows) test(what, () => assert.equal(sourceOf(entry), source));
});

describe("the rows of a page", () => {
  test("say what the browser tells", () => {
    assert.deepEqual(shown(first), {
      "How you came": "By a link, a bookmark or a typed address",
      Source: "The host, school.example",
      "Status code": "200",
      Protocol: "HTTP/1.1",
      Waiting:
        "42 ms From the request to the first bytes of the response: the way there, the server’s work and the way back in one. No page can tell them apart.",
      Receiving: "3.0 ms From the first bytes to the last.",
      Content: "53,054 bytes on the way, compressed; 191,273 when unpacked",
    });
  });

  test("leave out what it does not tell, and draw no time that was not measured", () => {
    const told = shown({
      ...without("responseStatus", "decodedBodySize"),
      nextHopProtocol: "",
      requestStart: 0,
      responseEnd: 0,
    });
    assert.deepEqual(Object.keys(told), ["How you came", "Source", "Content"]);
    assert.equal(told["Content"], "53,054 bytes on the way");
  });

  test("have the way to the host where it took time", () => {
    const entry = {
      ...first,
      domainLookupEnd: 13,
      connectStart: 13,
      secureConnectionStart: 25.5,
      connectEnd: 40,
      requestStart: 40.2,
    };
    const told = shown(entry);
    assert.equal(told["Finding the host’s address"], "12 ms");
    assert.equal(told["Opening the connection"], "27 ms 15 ms of it to encrypt it.");
  });

  test("say of a time of zero that the clock is too coarse", () => {
    assert.match(shown({ ...first, responseEnd: 46.4 })["Receiving"] ?? "", /^Too short for this browser’s clock/);
  });

  test("of a copy have no waiting: there was no request", () => {
    const told = shown({ ...first, transferSize: 0, deliveryType: "cache", nextHopProtocol: "" });
    assert.match(told["Source"] ?? "", /^A copy in your browser No request was made/);
    assert.deepEqual(Object.keys(told), ["How you came", "Source", "Status code", "Content"]);
    assert.match(told["Content"] ?? "", /^53,054 bytes as the copy came/);
  });

  test("of a confirmed copy have the waiting, and whose the status code is", () => {
    const told = shown({ ...first, type: "reload", transferSize: 300, deliveryType: "cache", nextHopProtocol: "" });
    assert.equal(told["How you came"], "By Reload");
    assert.match(told["Source"] ?? "", /^A copy in your browser, which the host confirmed/);
    assert.match(told["Status code"] ?? "", /^200 .*copy/);
    assert.ok(told["Waiting"]);
    assert.match(told["Content"] ?? "", /as the copy came/);
  });

  test("of a service worker claim nothing about the host", () => {
    const told = shown({ ...first, workerStart: 2, transferSize: 0, deliveryType: "cache" });
    assert.match(told["Source"] ?? "", /^A service worker/);
    assert.equal("Waiting" in told, false);
    assert.equal("Protocol" in told, false);
  });

  test("of a copy in WebKit are not taken from the cycle that once brought it", () => {
    const {
      responseStatus: _,
      deliveryType: __,
      ...old
    } = { ...first, nextHopProtocol: "", requestStart: -2287, responseStart: -2285 };
    const told = shown({ ...old, transferSize: 0, encodedBodySize: 0, decodedBodySize: 0 });
    assert.deepEqual(Object.keys(told), ["How you came", "Source"]);
    assert.match(told["Source"] ?? "", /^A copy in your browser Whether/);
  });

  test("count the redirects before it", () => {
    assert.match(shown({ ...first, redirectCount: 2 })["Redirects before it"] ?? "", /^2 /);
  });

  test("name protocols as people do", () => {
    const named = ["h2", "h3", "http/1.0", "spdy/9"].map(
      (nextHopProtocol) => shown({ ...first, nextHopProtocol })["Protocol"],
    );
    assert.deepEqual(named, ["HTTP/2", "HTTP/3", "HTTP/1.0", "spdy/9"]);
  });
});
