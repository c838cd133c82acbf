import assert from "node:assert/strict";
import { test } from "node:test";
import { seed } from "../site/library.ts";
import { asForm, asJson, ask, field } from "./ask.ts";
import type { Served } from "./serve.ts";

/** What an origin server has to do about validators, conditions and ranges, with the section of RFC 9110 that says so. */
const requirements: readonly (readonly [section: string, requirement: string, check: () => void])[] = [
  [
    "5.6.7",
    "a date is understood in all three forms",
    () => {
      for (const date of [
        "Tue, 07 Jan 2025 09:00:00 GMT",
        "Tuesday, 07-Jan-25 09:00:00 GMT",
        "Tue Jan  7 09:00:00 2025",
      ]) {
        isStatus(304, ask("GET /books/1", { "If-Modified-Since": date }));
      }
    },
  ],
  [
    "8.8.2.1",
    "Last-Modified is never later than Date",
    () => {
      const { state } = ask("PUT /books/1", asJson, '{"title": "Alice"}', seed, new Date("2027-01-01"));
      assert.equal(field(ask("GET /books/1", {}, "", state), "Last-Modified"), field(ask("GET /"), "Date"));
    },
  ],
  [
    "8.8.3.3",
    "two representations of one resource have different strong entity tags",
    () =>
      assert.notEqual(
        field(ask("GET /books/1"), "ETag"),
        field(ask("GET /books/1", { Accept: "application/json" }), "ETag"),
      ),
  ],
  [
    "8.8.3",
    "a changed resource has a new entity tag, an unchanged one the old",
    () => {
      const { state } = ask("POST /books", asForm, "title=Dune");
      assert.notEqual(field(ask("GET /books", {}, "", state), "ETag"), field(ask("GET /books"), "ETag"));
      assert.equal(field(ask("GET /books/1", {}, "", state), "ETag"), field(ask("GET /books/1"), "ETag"));
    },
  ],
  [
    "13.1.1",
    "If-Match lets a change through for the present state, and for * if there is one",
    () => {
      const tag = field(ask("GET /books/1", { Accept: "application/json" }), "ETag") ?? "";
      const put = (ifMatch: string): Served =>
        ask("PUT /books/1", { ...asJson, "If-Match": ifMatch }, '{"title": "Alice"}');
      isStatus(200, put(tag));
      isStatus(200, put(`"other", ${tag}`));
      isStatus(200, put("*"));
      for (const stale of ['"other"', `W/${tag}`, ""]) {
        isStatus(412, put(stale));
        assert.equal(put(stale).state, seed);
      }
    },
  ],
  [
    "13.1.2",
    "If-None-Match compares weakly: 304 to a read, 412 to a change",
    () => {
      const tag = field(ask("GET /books/1"), "ETag") ?? "";
      for (const list of [tag, `W/${tag}`, `"other" ,${tag}`, "*"]) {
        isStatus(304, ask("GET /books/1", { "If-None-Match": list }));
        isStatus(304, ask("HEAD /books/1", { "If-None-Match": list }));
      }
      isStatus(200, ask("GET /books/1", { "If-None-Match": '"other"' }));
      isStatus(412, ask("PUT /books/1", { ...asJson, "If-None-Match": "*" }, '{"title": "Alice"}'));
      isStatus(412, ask("DELETE /books/1", { "If-None-Match": tag }));
    },
  ],
  [
    "13.1.3",
    "If-Modified-Since counts only for reads, without If-None-Match, and if it is a date",
    () => {
      const since = { "If-Modified-Since": "Tue, 07 Jan 2025 09:00:00 GMT" };
      isStatus(304, ask("GET /books/1", since));
      isStatus(200, ask("GET /books/1", { "If-Modified-Since": "Tue, 07 Jan 2025 08:59:59 GMT" }));
      isStatus(200, ask("GET /books/1", { ...since, "If-None-Match": '"other"' }));
      isStatus(200, ask("GET /books/1", { "If-Modified-Since": "yesterday" }));
      isStatus(204, ask("DELETE /books/1", since));
    },
  ],
  [
    "13.1.4",
    "If-Unmodified-Since refuses what has changed since",
    () => {
      const before = { "If-Unmodified-Since": "Tue, 07 Jan 2025 08:59:59 GMT" };
      isStatus(412, ask("DELETE /books/1", before));
      isStatus(412, ask("GET /books/1", before));
      isStatus(204, ask("DELETE /books/1", { "If-Unmodified-Since": "Tue, 07 Jan 2025 09:00:00 GMT" }));
      isStatus(204, ask("DELETE /books/1", { "If-Unmodified-Since": "some day" }));
    },
  ],
  [
    "13.1.5",
    "If-Range gives the part only of the state that the client knows",
    () => {
      const path = "GET /books/1/chapter.txt";
      const tag = field(ask(path), "ETag") ?? "";
      const part = (ifRange: string): Served => ask(path, { Range: "bytes=0-9", "If-Range": ifRange });
      isStatus(206, part(tag));
      isStatus(206, part("Tue, 07 Jan 2025 08:00:00 GMT"));
      for (const other of ['"other"', `W/${tag}`, "Tue, 07 Jan 2025 08:00:01 GMT"]) isStatus(200, part(other));
    },
  ],
  [
    "13.2.1",
    "conditions do not count where the answer would be no success anyway",
    () => {
      isStatus(404, ask("GET /books/99", { "If-Match": '"other"' }));
      isStatus(422, ask("PUT /books/1", { ...asJson, "If-Match": '"other"' }, "{}"));
      isStatus(405, ask("DELETE /books", { "If-Match": '"other"' }));
    },
  ],
  [
    "13.2.2",
    "If-Match goes before If-Unmodified-Since, and both before If-None-Match",
    () => {
      const tag = field(ask("GET /books/1"), "ETag") ?? "";
      const early = "Tue, 07 Jan 2025 08:59:59 GMT";
      isStatus(200, ask("GET /books/1", { "If-Match": tag, "If-Unmodified-Since": early }));
      isStatus(412, ask("GET /books/1", { "If-Match": '"other"', "If-None-Match": tag }));
      isStatus(412, ask("GET /books/1", { "If-Unmodified-Since": early, "If-None-Match": tag }));
      isStatus(304, ask("GET /books/1", { "If-Match": tag, "If-None-Match": tag }));
    },
  ],
  [
    "13.2.2",
    "conditions go before ranges",
    () => {
      const tag = field(ask("GET /books/1/chapter.txt"), "ETag") ?? "";
      isStatus(304, ask("GET /books/1/chapter.txt", { "If-None-Match": tag, Range: "bytes=900-" }));
    },
  ],
  [
    "14.1.2",
    "a range may have an end, none, or only a length counted from the end",
    () => {
      const whole = ask("GET /books/1/chapter.txt").response.content;
      for (const [range, part] of [
        ["bytes=0-6", whole.slice(0, 7)],
        ["bytes=130-", whole.slice(130)],
        ["bytes=130-999", whole.slice(130)],
        ["bytes=-5", whole.slice(-5)],
        ["bytes=-999", whole],
        ["BYTES=0-0", whole.slice(0, 1)],
      ]) {
        const served = ask("GET /books/1/chapter.txt", { Range: range ?? "" });
        isStatus(206, served);
        assert.equal(served.response.content, part, range);
      }
    },
  ],
  [
    "14.2",
    "a range is ignored with HEAD, of an unknown unit, malformed, in the plural, and of other resources",
    () => {
      isStatus(200, ask("HEAD /books/1/chapter.txt", { Range: "bytes=0-6" }));
      isStatus(200, ask("GET /books/1", { Range: "bytes=0-6" }));
      for (const range of ["lines=0-6", "bytes=6-0", "bytes=-", "bytes=a-b", "bytes=0-1,4-5", "bytes"]) {
        isStatus(200, ask("GET /books/1/chapter.txt", { Range: range }));
      }
    },
  ],
  [
    "14.4, 15.5.17",
    "416 tells the length that there is",
    () => {
      for (const range of ["bytes=137-", "bytes=-0", `bytes=${"9".repeat(400)}-`]) {
        const served = ask("GET /books/1/chapter.txt", { Range: range });
        isStatus(416, served);
        assert.equal(field(served, "Content-Range"), "bytes */137");
      }
    },
  ],
  [
    "14.5",
    "a PUT of a part is refused with 400",
    () => {
      isStatus(400, ask("PUT /books/1", { ...asJson, "Content-Range": "bytes 0-3/9" }, '{"title": "Alice"}'));
    },
  ],
  [
    "15.3.7",
    "206 has the fields of 200, but no Last-Modified when the client set If-Range",
    () => {
      const path = "GET /books/1/chapter.txt";
      const tag = field(ask(path), "ETag") ?? "";
      const names = ({ response }: Served): string[] => response.fields.map(({ name }) => name);
      const part = ask(path, { Range: "bytes=0-6" });
      assert.deepEqual(
        names(part).filter((name) => name !== "Content-Range"),
        names(ask(path)),
      );
      assert.equal(field(ask(path, { Range: "bytes=0-6", "If-Range": tag }), "Last-Modified"), null);
    },
  ],
  [
    "15.4.5",
    "304 has Date, ETag, Cache-Control and Vary as 200 would, and no more",
    () => {
      const ok = ask("GET /books/1");
      const same = ask("GET /books/1", { "If-None-Match": field(ok, "ETag") ?? "" });
      assert.deepEqual(
        same.response.fields,
        ok.response.fields.filter(({ name }) => ["Date", "ETag", "Cache-Control", "Vary"].includes(name)),
      );
    },
  ],
];

for (const [section, requirement, check] of requirements) test(`${requirement} (${section})`, check);

function isStatus(status: number, { response }: Served): void {
  assert.equal(response.status, status, `${response.status} ${response.reason}: ${response.content}`);
}
