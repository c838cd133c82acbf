import assert from "node:assert/strict";
import { test } from "node:test";
import { cspHash, withOwnHashes } from "./csp-hashes.ts";

test("a page's CSP keeps the hashes of what stands in it, and no others", () => {
  const page = (hashes: string) =>
    `<head><meta http-equiv="content-security-policy" content="script-src 'self'${hashes}"><script>go()</script><style>a{}</style></head>`;
  const [script, style, foreign] = ["go()", "a{}", "stay()"].map((text) => ` '${cspHash(text)}'`);
  assert.equal(withOwnHashes(page(`${script}${foreign}${style}`)), page(`${script}${style}`));
});
