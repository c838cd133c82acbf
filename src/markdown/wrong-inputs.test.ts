import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, test } from "node:test";
import { checkPage } from "./check-content.ts";
import { wrongInputs } from "./wrong-inputs.ts";

const frontmatter = "---\ntitle: Caching\ndescription: How a browser spares itself a request.\n---\n\n";
const file = resolve("content/caching.mdx");

/** The whole page of a row: those that are not about frontmatter have a good one. */
function pageOf(source: string): string {
  return source.startsWith("---") || source.startsWith("Text, and no frontmatter") ? source : frontmatter + source;
}

describe("an author makes a mistake, and is told in so many words:", () => {
  for (const { mistake, source, says } of wrongInputs) {
    test(mistake, () => {
      const told = checkPage(file, pageOf(source)).map(({ line, column, text }) => `${line}:${column}: ${text}`);
      assert.deepEqual(told, says);
    });
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
  assert.deepEqual(checkPage(file, page), []);
});

test("a mistake in an example of the guide is told at its own line", () => {
  const page = `${frontmatter}\`\`\`\`mdx example\nAs it stands:\n\n![](/icon.svg)\n\`\`\`\`\n`;
  assert.deepEqual(
    checkPage(file, page).map(({ line, column, text }) => `${line}:${column}: ${text}`),
    ["9:1: expected a text alternative: ![what the picture shows](/icon.svg); found none between the brackets"],
  );
});
