import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Kept, nothingKept } from "../kit/kept.ts";
import { reportText } from "./view.ts";
import { isPage, merged, readWorkFile, reportOf, workFile } from "./work-file.ts";

const kept: Kept = {
  answers: [
    {
      asked: "task put-dune-on-the-shelf abc",
      given: { tries: 3, solvedBy: "POST /books HTTP/1.1\n\nHTTP/1.1 201 Created\n" },
    },
    { asked: "task moved def", given: { tries: 1, solvedBy: null } },
    { asked: "What is a cycle?", given: "A request and its response." },
  ],
  acts: ["put-dune-on-the-shelf"],
  guesses: [
    {
      demo: "d",
      part: "p",
      asked: "How many?",
      expected: "One",
      beliefs: ["One page is one request."],
      held: ["One page is one request."],
    },
    {
      demo: "f",
      part: "p",
      asked: "And here?",
      expected: "Four",
      beliefs: ["One page is one request."],
      held: [],
    },
    { demo: "e", part: "p", asked: "Which?", expected: "Two", beliefs: ["A belief"], held: [] },
  ],
  place: "stage-2",
};
const pages = new Map([["practice/", kept]]);
const file = workFile(
  reportText(reportOf(pages), ({ id }) => id),
  pages,
);

test("a report tells each task with its tries and the messages that solved it, and each belief with what changed it", () => {
  assert.match(file, /own report: a browser wrote it down, and nobody has checked it/);
  assert.match(file, /- put-dune-on-the-shelf: solved at try 3\.\n\n {4}POST \/books HTTP\/1\.1/);
  assert.match(file, /- moved: not yet, after 1 try\./);
  assert.match(
    file,
    /- “One page is one request\.” At first to “How many\?” you said “One”\. Changed: to “And here\?” you said “Four”\./,
  );
  assert.doesNotMatch(file.split("===")[0] ?? "", /Which\?/);
});

test("what was saved is opened again, all of it", () => {
  assert.deepEqual(readWorkFile(file), { kind: "work", pages });
});

describe("any other file is told apart:", () => {
  const rows: readonly [what: string, text: string, kind: string][] = [
    ["an empty one", "", "foreign"],
    ["another text", "Dear reader,", "foreign"],
    ["a script", "<script>alert(1)</script>", "foreign"],
    ["one that was cut off", file.slice(0, -20), "damaged"],
    ["one whose data are no object", `${file.slice(0, file.lastIndexOf("{"))}`, "damaged"],
    ["one without a version", file.replace('{"version":1', '{"other":1'), "damaged"],
    ["one of another version", file.replace('{"version":1', '{"version":2'), "other version"],
    ["one with a page of another version", file.replace('\\"version\\":1', '\\"version\\":9'), "other version"],
    ["one with a page that is no address", file.replace('"practice/"', '"../../x"'), "damaged"],
    ["one with a page that is no text", file.replace(/"practice\/":".*"/, '"practice/":5'), "damaged"],
  ];
  for (const [what, text, kind] of rows) test(what, () => assert.equal(readWorkFile(text).kind, kind));
});

test("opening a file loses nothing: a task that is solved here or there is solved", () => {
  const other: Kept = {
    ...nothingKept,
    answers: [
      { asked: "task moved def", given: { tries: 2, solvedBy: "GET /catalogue" } },
      { asked: "What is a cycle?", given: "Something else." },
      { asked: "task put-dune-on-the-shelf abc", given: { tries: 9, solvedBy: null } },
    ],
    acts: ["moved"],
  };
  const both = merged(kept, other);
  assert.deepEqual(
    reportOf(new Map([["", both]])).tasks.map(({ id, tries, solvedBy }) => [id, tries, solvedBy !== null]),
    [
      ["put-dune-on-the-shelf", 3, true],
      ["moved", 2, true],
    ],
  );
  assert.equal(both.answers.find(({ asked }) => asked.startsWith("What"))?.given, "A request and its response.");
  assert.deepEqual(
    [both.acts, both.guesses, both.place],
    [["put-dune-on-the-shelf", "moved"], kept.guesses, "stage-2"],
  );
  assert.deepEqual(merged(kept, kept), kept);
});

test("only addresses within the site are pages", () => {
  const all = ["", "practice/", "a/b/", "404.html", "../", "/etc", "a/../b/", "x y/", "https://a.example/"];
  assert.deepEqual(all.filter(isPage), ["", "practice/", "a/b/", "404.html"]);
});
