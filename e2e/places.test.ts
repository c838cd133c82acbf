import assert from "node:assert/strict";
import { test } from "node:test";
import type { Machine } from "./browser.ts";
import { places, whyNot } from "./places.ts";

const nginx = places.find(({ program }) => program === "nginx");
assert.ok(nginx);

/** A machine without nginx, on which apt-get may install it. */
function machine({ hasApt, works }: { hasApt: boolean; works: boolean }) {
  const ran: (readonly string[])[] = [];
  const told: string[] = [];
  let installed = false;
  const fake: Machine = {
    platform: "linux",
    env: {},
    hasApt,
    own: "",
    exists: () => false,
    run: (command, seconds) => {
      assert.ok(seconds <= 120);
      ran.push(command);
      if (command.includes("install")) installed = works;
      return command[0] === "nginx" ? installed : true;
    },
    tell: (sentence) => told.push(sentence),
  };
  return { fake, ran, told };
}

test("a missing nginx is installed where that can be done", () => {
  const { fake, ran } = machine({ hasApt: true, works: true });
  assert.equal(whyNot(nginx, fake), null);
  assert.deepEqual(
    ran.map(([program]) => program),
    ["nginx", "apt-get", "apt-get", "nginx"],
  );
});

test("a missing nginx that cannot be installed is told, not passed over", () => {
  for (const hasApt of [true, false]) {
    const { fake, told } = machine({ hasApt, works: false });
    const sentence = "The site is not tried on nginx: the program nginx is missing here.";
    assert.equal(whyNot(nginx, fake), sentence);
    assert.equal(told.at(-1), sentence);
  }
});

test("what needs no program can be tried anywhere", () => {
  const pages = places.find(({ program }) => !program);
  assert.equal(pages && whyNot(pages, machine({ hasApt: false, works: false }).fake), null);
});
