import assert from "node:assert/strict";
import { test } from "node:test";
import { cspHash, withHashes } from "./csp-hashes.ts";

test("a page's CSP keeps the hashes that it is given, and no others", () => {
  const page = (hashes: string) =>
    `<head><meta http-equiv="content-security-policy" content="script-src 'self'${hashes}"><script>go()</script><style>a{}</style></head>`;
  const [script, style, foreign] = ["go()", "a{}", "stay()"].map((text) => ` '${cspHash(text)}'`);
  const own = new Set(["go()", "a{}"].map(cspHash));
  assert.equal(withHashes(page(`${script}${foreign}${style}`), own), page(`${script}${style}`));
});
