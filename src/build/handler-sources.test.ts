import assert from "node:assert/strict";
import { test } from "node:test";
import { functionIn } from "../demos/inside-the-server/handler-text.ts";
import { routes } from "../library/site/routes.ts";
import { handlerSources } from "./handler-sources.ts";

const sources = await handlerSources();

test("every handler that a route names has its source, whole and unchanged", () => {
  for (const name of routes.flatMap(({ run }) => Object.keys(run))) {
    const text = sources[name]?.pieces.map(([piece]) => piece).join("") ?? "";
    assert.match(text, new RegExp(`^/\\*\\*\\s[^]*\\*/\\nexport function ${name}\\([^]*\\n\\}$`), name);
    assert.equal(text.match(/^export /gm)?.length, 1, name);
  }
});

test("a source says where it stands", () => {
  assert.equal(sources["addBook"]?.file, "src/library/site/books.ts");
  assert.equal(functionIn("const a = 1;\n\n/** Adds. */\nexport function add() {\n  return a;\n}\n", "add").line, 3);
});

test("words of the language are told apart", () => {
  const keyword = sources["addBook"]?.pieces.find(([text]) => text.startsWith("export"));
  assert.match(keyword?.[1] ?? "", /^token-/);
});

test("a handler that cannot be found is an error that names it", () => {
  assert.throws(() => functionIn("const add = 1;", "add"), /add/);
});
