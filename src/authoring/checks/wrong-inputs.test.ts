import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, test } from "node:test";
import type { Problem } from "./author-error.ts";
import { checkContent } from "./check-content.ts";
import { checkPage } from "./check-page.ts";
import { type WrongInput, wrongInputs } from "./wrong-inputs.ts";

const frontmatter = "---\ntitle: Caching\ndescription: How a browser spares itself a request.\n---\n## A part\n";
const file = resolve("content/caching.mdx");

/** The whole page of a row: those that do not begin with frontmatter have a good one and a heading above. */
function pageOf(source: string): string {
  return /^\ufeff?---|^Text, and no frontmatter/.test(source) ? source : frontmatter + source;
}

/** What is told of a page of the site. */
async function told(page: string): Promise<readonly string[]> {
  return lines(await checkPage(file, page));
}

/** What is told of a page that stands in a content folder of its own, with these files beside it. */
async function toldOf(name: string, page: string, beside: WrongInput["beside"] = {}): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "content-"));
  for (const [path, content] of [...Object.entries(beside), [name, page] as const]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const found = await checkContent(root);
  rmSync(root, { recursive: true });
  return lines(found.get(join(root, name)) ?? []);
}

function lines(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ line, column, text }) => `${line}:${column}: ${text}`);
}

describe("an author makes a mistake, and is told in so many words:", () => {
  for (const { mistake, source, name, beside, says } of wrongInputs) {
    const alone = name === undefined && beside === undefined;
    const page = name?.startsWith("reference/") ? source : pageOf(source);
    const answer = () => (alone ? told(page) : toldOf(name ?? "caching.mdx", page, beside));
    test(mistake, async () => assert.deepEqual(await answer(), says));
  }
});

test("a page without a mistake has nothing to mend", async () => {
  const page = `${frontmatter}
See [above](#a-part) and the [lesson](index.mdx#stage-1), or [elsewhere](https://other.example/).

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
  assert.deepEqual(await told(page), []);
});

test("a demo needs a heading above it, once for all in the page, and a question alone needs none", async () => {
  const page = frontmatter.replace("## A part\n", "\n");
  const lone = "<Question>\nWhy?\n\n- [x] So.\n\n  Yes.\n- [ ] Not so.\n\n  No.\n</Question>\n\n";
  const [one, two] = ["One", "Two"].map((title) => `<Check title="${title}">\n\n${lone}</Check>\n\n`);
  assert.deepEqual(await told(page + lone), []);
  const missing = "expected a heading with ## above this, whose own title is one with ###; found none";
  assert.deepEqual(await told(page + one + two), [`6:1: ${missing}`]);
});

test("a draft may link to a draft", async () => {
  const draft = "---\ntitle: Draft\ndescription: Text.\ndraft: true\n---\n\n";
  assert.deepEqual(
    await toldOf("caching.mdx", `${draft}[cookies](./cookies.mdx)\n`, {
      "cookies.mdx": draft.replace("Draft", "Cookies"),
    }),
    [],
  );
});

test("a mistake in an example of the guide is told at its own line", async () => {
  const page = `${frontmatter}\`\`\`\`mdx example\nAs it stands:\n\n![](/icon.svg)\n\`\`\`\`\n`;
  assert.deepEqual(await told(page), [
    "9:1: expected a text alternative: ![what the picture shows](/icon.svg); found none between the brackets",
  ]);
});
