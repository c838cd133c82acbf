import assert from "node:assert/strict";
import { test } from "node:test";
import { runBlock } from "../../lab/run-block.ts";
import { isAsRecorded, recordOf, visitLine, visitsOf } from "./visit.ts";

function ask(target: string, isPart: boolean) {
  const [run] = runBlock(`GET ${target}`, { act: isPart ? "part" : "address" });
  if (!run) throw new Error("Expected a cycle; found none.");
  return run.exchange;
}

test("a page takes a cycle for itself, and one for each part that it names", () => {
  const [visit] = visitsOf(["/exhibition"], ask);
  assert.deepEqual(
    visit?.cycles.map(({ request }) => request.target),
    ["/exhibition", "/style.css", "/pictures/old-books.svg", "/pictures/new-books.svg"],
  );
  assert.match(
    visit ? visitLine(visit) : "",
    /^200 OK, text\/html; charset=utf-8\. Four cycles, 3 of them for parts of the page\.$/,
  );
});

test("a page that is opened again takes its fresh parts from copies, and itself takes a cycle", () => {
  const [first, second] = visitsOf(["/exhibition", "/exhibition"], ask);
  assert.ok(first && second);
  assert.deepEqual(recordOf(second), { statuses: [200], parts: 0, copies: 3 });
  assert.match(visitLine(second), /One cycle\. 3 parts came from copies, without a cycle\.$/);
  assert.equal(isAsRecorded(recordOf(first), recordOf(second), true), false);
  assert.equal(isAsRecorded(recordOf(first), recordOf(second), false), true, "where no question counts the cycles");
});

test("a redirect is followed, and says where the reader is", () => {
  const [visit] = visitsOf(["/catalogue"], ask);
  assert.ok(visit);
  assert.deepEqual(recordOf(visit), { statuses: [301, 200], parts: 1, copies: 0 });
  assert.match(
    visitLine(visit, "http://library.example/books"),
    /^301 Moved Permanently, then 200 OK, .*Three cycles, 1 of them for a part of the page\. You are at http:\/\/library\.example\/books\.$/,
  );
});

test("where no content came, the reader is where they were; an error status still fulfils the promise", () => {
  const [quiet] = visitsOf(["/quiet-room"], ask);
  assert.equal(
    quiet && visitLine(quiet, "http://library.example/tour"),
    "204 No Content, without content. One cycle. You are still at http://library.example/tour.",
  );
  const [lost] = visitsOf(["/pictures/lost.svg"], ask);
  assert.equal(
    lost && visitLine(lost, "http://library.example/pictures/lost.svg"),
    "404 Not Found, without content. One cycle. A promise of fetch is fulfilled all the same, with ok false.",
  );
});
