import assert from "node:assert/strict";
import { test } from "node:test";
import { formatTable } from "./table.ts";

test("figures stand under each other, right-aligned, and a missing one leaves its place empty", () => {
  assert.equal(
    formatTable([
      ["gzip", "size", "bar"],
      ["index.html", "9.5 KB", "50.0 KB"],
      ["a.js", "10.0 KB"],
    ]),
    [
      "gzip           size      bar",
      "──────────  ───────  ───────",
      "index.html   9.5 KB  50.0 KB",
      "a.js        10.0 KB",
    ].join("\n"),
  );
});
