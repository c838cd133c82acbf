import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { tellAttributes } from "../demos/kit/kind.ts";
import { kindOf, kinds } from "../demos/registry.ts";
import { readWritten } from "./blocks/written.ts";
import { readPage } from "./checks/syntax-problems.ts";

// Whatever an author adds to a demo, anywhere, either shows in what is built or is refused. Each demo of the fixtures is
// written anew with one thing more in each of its places.

const mark = "Added words";

/** What may be added where a block of markdown can stand, by what it is called. */
const blocks: Readonly<Record<string, string>> = {
  "a paragraph": mark,
  "a task list": `- [x] ${mark}\n- [ ] Others`,
  "a list": `- ${mark}\n- Others`,
  "a numbered list": `1. ${mark}\n2. Others`,
  "a quotation": `> ${mark}`,
  "an http block": `\`\`\`http title="${mark}"\nGET /books/1\nAccept: text/html\n\`\`\``,
  "an http expect block": "```http expect\nGET /books\n```",
  "another block": `\`\`\`js\n${mark}\n\`\`\``,
  "a component": `<More title="${mark}">\n\nText.\n\n</More>`,
};

const fenceWords = [`title="${mark}"`, "off", "raw", "as=part", "expect"];
const attributes = ['often="often"', `title="${mark}"`, 'start="/authors"', "must"];

interface Attempt {
  readonly what: string;
  readonly source: string;
}

/** The demo with one thing more, in each place where there could be one. */
function attempts(demo: string): readonly Attempt[] {
  const lines = demo.split("\n");
  const found: Attempt[] = [];
  let fence: string | null = null;
  const write = (what: string, index: number, taken: number, ...put: readonly string[]): void => {
    found.push({ what: `${what} in line ${index + 1}`, source: lines.toSpliced(index, taken, ...put).join("\n") });
  };
  for (const [index, line] of lines.entries()) {
    const [, indent = "", ticks, info = ""] = /^(\s*)(`{3,})(.*)$/.exec(line) ?? [];
    if (ticks && fence === null) {
      fence = ticks;
      for (const word of fenceWords) {
        const name = word.split("=")[0] ?? "";
        if (name === "title")
          write("a title", index, 1, `${indent}${ticks}${info.replace(/ title="[^"]*"/, "")} ${word}`);
        else if (!info.includes(name)) write(`“${word}”`, index, 1, `${indent}${ticks}${info} ${word}`);
      }
    } else if (ticks === fence) fence = null;
    else if (fence === null && line.trim() === "" && index < lines.length - 1) {
      const next = lines.slice(index + 1).find((text) => text.trim() !== "") ?? "";
      const before = lines.slice(0, index).findLast((text) => text.trim() !== "") ?? "";
      for (const [what, block] of Object.entries(blocks)) {
        for (const depth of new Set([next, before].map((text) => /^\s*/.exec(text)?.[0] ?? ""))) {
          const put = block.split("\n").map((text) => depth + text);
          write(`${what}, ${depth.length} spaces in,`, index, 1, "", ...put, "");
        }
      }
    } else if (fence === null && /^\s*<[A-Z]\w*/.test(line)) {
      for (const attribute of attributes) {
        const name = attribute.split("=")[0] ?? "";
        if (!new RegExp(`\\s${name}\\b`).test(line)) {
          write(`“${attribute}”`, index, 1, line.replace(/^\s*<\w+/, `$& ${attribute}`));
        }
      }
    } else if (fence === null && /^\s*- \[[ x]\]/.test(line)) {
      write(
        "the other box",
        index,
        1,
        line.replace(/\[[ x]\]/, (box) => (box === "[x]" ? "[ ]" : "[x]")),
      );
    }
  }
  return found;
}

/** What a demo's source is built to, and what its author is told. */
function built(source: string): { readonly html: string; readonly told: readonly string[] } {
  const told: string[] = [];
  const tell = (_: unknown, expected: string, found: string): void => void told.push(`${expected}; ${found}`);
  const { tree, problems } = readPage(source);
  for (const { text } of problems) told.push(text);
  let html = "";
  for (const node of tree?.children ?? []) {
    const kind = kindOf(node.name ?? "");
    if (!kind) {
      told.push("not in the demo any more");
      continue;
    }
    const written = readWritten(node, { resolve: (href) => href, tell });
    tellAttributes(kind, written, tell);
    html += kind.element(written, "id", tell)?.text ?? "";
  }
  return { html, told };
}

/** The sources of all demos of a kind in the fixtures. */
function allOf(component: string): readonly string[] {
  return globSync("e2e/fixtures/demos/*.mdx").flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const nodes = readPage(source).tree?.children?.filter(({ name }) => name === component) ?? [];
    return nodes.flatMap(({ position: { start, end } = {} }) =>
      start && end
        ? [
            source
              .split("\n")
              .slice(start.line - 1, end.line)
              .join("\n"),
          ]
        : [],
    );
  });
}

describe("nothing that an author adds to a demo is dropped in silence:", () => {
  for (const { component } of kinds) {
    test(`<${component}>`, () => {
      const demos = allOf(component);
      assert.notEqual(demos.length, 0);
      for (const demo of demos) {
        const before = built(demo);
        assert.deepEqual(before.told, [], demo);
        const dropped = attempts(demo).filter(({ source }) => {
          const after = built(source);
          const isThere = !source.includes(mark) || after.html.includes(mark);
          return after.told.length === 0 && (after.html === before.html || !isThere);
        });
        assert.deepEqual(
          dropped.map(({ what }) => what),
          [],
          demo,
        );
      }
    });
  }
});
