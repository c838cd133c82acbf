import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { checkPage } from "../checks/check-page.ts";
import { frontmatterKeys } from "../checks/frontmatter.ts";
import { addPage, newPage } from "./new-page.ts";

const root = join(mkdtempSync(join(tmpdir(), "pages-")), "content");
after(() => rmSync(join(root, ".."), { recursive: true }));

test("a new page explains every key of its frontmatter", () => {
  const page = newPage("Caching");
  for (const [key, { about }] of Object.entries(frontmatterKeys)) {
    assert.match(page, new RegExp(`^(# )?${key}: `, "m"));
    assert.ok(page.includes(`# ${about}\n`));
  }
});

for (const title of ["Caching", "Caching: an introduction", "“Quotes” & 'marks'", "# 404", "5", "true"]) {
  test(`a page titled ${title} has nothing to mend, and is a draft`, async () => {
    const page = newPage(title);
    assert.deepEqual(await checkPage(join(root, "page.mdx"), page, root), []);
    assert.match(page, /^draft: true$/m);
  });
}

test("a page's file is named for its title, in the folder that is asked for", () => {
  assert.equal(relative(root, addPage("What is a Cache?", "", root)), "what-is-a-cache.mdx");
  assert.equal(relative(root, addPage("Cookies", "lessons", root)), join("lessons", "cookies.mdx"));
});

test("a page’s file and folder have names that every address and computer can have", () => {
  assert.equal(relative(root, addPage("Größe & mehr: was?", "", root)), "groesse-mehr-was.mdx");
  assert.equal(relative(root, addPage("Déjà vu", "", root)), "deja-vu.mdx");
  assert.throws(() => addPage("Caching", "Zwei Wörter", root), /such as zwei-woerter; found Zwei Wörter\.$/);
});

test("a file that is there is never overwritten", () => {
  const file = addPage("Mine", "", root);
  writeFileSync(file, "my words");
  assert.throws(() => addPage("Mine", "", root), {
    message: `${join("content", "mine.mdx")} is there already. Choose another title, or edit that file.`,
  });
  assert.equal(readFileSync(file, "utf8"), "my words");
});

test("a title without a letter, and a folder outside of the content, are refused", () => {
  assert.throws(
    () => addPage("  ", "", root),
    /Expected a title with letters or digits, such as npm run new -- "Caching"/,
  );
  assert.throws(
    () => addPage("Caching", "../elsewhere", root),
    /Expected a folder inside content\/, such as --in lessons/,
  );
});
