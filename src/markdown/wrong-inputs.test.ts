import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import type { Problem } from "./author-error.ts";
import { checkPage } from "./check-content.ts";
import { wrongInputs } from "./wrong-inputs.ts";

const frontmatter = "---\ntitle: Caching\ndescription: How a browser spares itself a request.\n---\n\n";
const file = resolve("content/caching.mdx");

/** The whole page of a row: those that are not about frontmatter have a good one. */
function pageOf(source: string): string {
  return source.startsWith("---") || source.startsWith("Text, and no frontmatter") ? source : frontmatter + source;
}

/** What is told of a page of the site, or of one that stands in a content root of its own beside `cookies.mdx`. */
function told(page: string, cookies?: string, name = "caching.mdx"): readonly string[] {
  if (cookies === undefined) return lines(checkPage(file, page));
  const root = mkdtempSync(join(tmpdir(), "content-"));
  writeFileSync(join(root, "cookies.mdx"), cookies);
  const problems = checkPage(join(root, name), page, root);
  rmSync(root, { recursive: true });
  return lines(problems);
}

function lines(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ line, column, text }) => `${line}:${column}: ${text}`);
}

describe("an author makes a mistake, and is told in so many words:", () => {
  for (const { mistake, source, cookies, says } of wrongInputs) {
    test(mistake, () => assert.deepEqual(told(pageOf(source), cookies), says));
  }
});

test("a page without a mistake has nothing to mend", () => {
  const page = `${frontmatter}## Freshness

See [above](#freshness) and the [lesson](index.mdx#stage-1), or [elsewhere](https://other.example/).

\`\`\`http send title="All books" {1}
GET /books

?? status == 200
\`\`\`

> [!NOTE]
> A note.

<Question>
Why?

- [x] So.

  Yes.
- [ ] Not so.

  No.
</Question>
`;
  assert.deepEqual(told(page), []);
});

test("a draft may link to a draft", () => {
  const draft = "---\ntitle: Draft\ndescription: Text.\ndraft: true\n---\n\n";
  assert.deepEqual(told(`${draft}[cookies](./cookies.mdx)\n`, draft), []);
});

test("a page in a folder must not have the address of the page beside the folder", () => {
  const page = `${frontmatter}Text.\n`;
  assert.deepEqual(told(page, page, "cookies/index.mdx"), [
    "1:1: expected one file for each address; found cookies.mdx beside the folder, which has the same address",
  ]);
});

test("a mistake in an example of the guide is told at its own line", () => {
  const page = `${frontmatter}\`\`\`\`mdx example\nAs it stands:\n\n![](/icon.svg)\n\`\`\`\`\n`;
  assert.deepEqual(told(page), [
    "9:1: expected a text alternative: ![what the picture shows](/icon.svg); found none between the brackets",
  ]);
});
