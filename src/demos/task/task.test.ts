import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { seed } from "../../library/site/library.ts";
import { perform } from "./perform.ts";
import { taskProblems } from "./prove.ts";
import { readTaskBlock } from "./task-block.ts";
import { conditionWords } from "./words.ts";

const dune = `GET /books
Accept: application/json

?? request method == POST
?? status == 201
?? library books includes Dune
!! request method == GET: A GET only asks.
!! status == 415: The server did not know the format.
>> Which part of a message carries data?

=== solution
POST /books
Content-Type: application/json

{"title": "Dune"}

=== why
The server keeps it.`;

const told = (text: string) =>
  taskProblems(readTaskBlock(text)).map(({ line, expected, found }) => `${line}: ${expected}; ${found}`);

test("a task is read whole: start, conditions, near misses, hints, solution, why", () => {
  const { start, conditions, nearMisses, hints, solution, why } = readTaskBlock(dune);
  assert.deepEqual(
    [...start, ...solution].map((act) => act.kind === "send" && `${act.request.method} ${act.request.target}`),
    ["GET /books", "POST /books"],
  );
  assert.deepEqual(conditions.map(conditionWords), [
    "The request’s method is POST.",
    "The answer’s status is 201.",
    "The server’s data: books holds Dune.",
  ]);
  assert.deepEqual(
    nearMisses.map(({ sentence }) => sentence),
    ["A GET only asks.", "The server did not know the format."],
  );
  assert.deepEqual([hints, why], [["Which part of a message carries data?"], "The server keeps it."]);
});

test("the build proves that the solution solves it, that the start does not, and that each near miss comes up", () => {
  assert.deepEqual(told(dune), []);
  assert.match(
    told(dune.replace('"Dune"', '"Emma"'))[0] ?? "",
    /^6: the solution to meet library books includes Dune; “\[/,
  );
  assert.match(
    told(
      dune.replace("GET /books\nAccept: application/json", dune.split("=== solution\n")[1]?.split("\n\n===")[0] ?? ""),
    )[0] ?? "",
    /^\d+: conditions that are not met at first/,
  );
  assert.match(told(dune.replace("status == 415", "status == 500"))[0] ?? "", /^8: a near miss that comes up/);
});

test("a near miss that no small change comes to is shown by its author", () => {
  const gone = dune.replace("status == 415", "status == 422");
  assert.equal(told(gone).length, 1);
  assert.deepEqual(told(`${gone}\n\n=== near miss\nPOST /books\nContent-Type: application/json\n\n{}`), []);
});

test("a solution that counts on the number of a new book fails, since other readers have been there", () => {
  const bound = dune.replace("?? library books includes Dune", "?? header Location == /books/4");
  assert.match(told(bound)[0] ?? "", /^6: the solution to meet header Location == \/books\/4; “\/books\/41”$/);
});

test("acts are followed as a browser follows them: redirects, parts, copies, fragments, another client in between", () => {
  const count = (text: string) => {
    const { solution, meanwhile } = readTaskBlock(text);
    return perform(solution, meanwhile, seed).map(({ cycles }) => cycles.length);
  };
  assert.deepEqual(count("GET /\n?? cycles == 2\n=== solution\nGET /catalogue"), [2]);
  const opened = "open /\n?? cycles == 0\n=== solution\nopen /exhibition\nopen /exhibition\nopen /exhibition#x";
  assert.deepEqual(count(opened), [4, 1, 0]);
  const { solution, meanwhile } = readTaskBlock(
    "GET /\n?? status == 204\n=== meanwhile\nDELETE /books/3\n=== solution\nGET /books/3\n###\nGET /books/3",
  );
  const statuses = perform(solution, meanwhile, seed).map(({ cycles }) => cycles[0]?.response?.status);
  assert.deepEqual(statuses, [200, 410]);
});

describe("a mistake in a task is told with its line:", () => {
  const rows: readonly [change: string, by: string, says: RegExp][] = [
    ["=== solution", "=== solutoin", /line 11, column 1.*=== solution, === near miss/],
    ["=== solution\nPOST", "=== why\nPOST", /=== solution, and below it what solves the task/],
    [
      "?? status == 201",
      "?? statsu == 201",
      /line 5, column 4.*status, header, body, request, cycles, earlier or library/,
    ],
    ["?? request method", "?? request verb", /line 4, column 12.*method, target, body, or header/],
    [": A GET only asks.", "", /line 7.*a colon, and what is said/],
    [">> Which part of a message carries data?", ">>", /line 9.*a hint after >>/],
    ["POST /books\n", "POST books\n", /line 12, column 6.*a target such as/],
    ["GET /books\nAccept: application/json", "open books", /line 1, column 1.*open and an address/],
    ["GET /books\nAccept: application/json", "open /books", /line 11.*lines such as open \/books here/],
  ];
  for (const [change, by, says] of rows) {
    test(by || "a near miss without a sentence", () =>
      assert.throws(() => readTaskBlock(dune.replace(change, by)), says),
    );
  }
});
