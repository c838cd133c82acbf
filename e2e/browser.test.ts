import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findBrowser, type Machine } from "./browser.ts";

const own = "/home/reader/.cache/ms-playwright/chromium";

/** A machine with some programs, on which some installers work: each adds a program. */
function machine({
  has,
  broken = [],
  installs = {},
  ...rest
}: Partial<Machine> & { has: string[]; broken?: string[]; installs?: Record<string, string> }) {
  const programs = new Set(has);
  const commands: string[] = [];
  const told: string[] = [];
  const fake: Machine = {
    platform: "linux",
    env: { PATH: "/usr/local/bin:/usr/bin" },
    hasApt: false,
    own,
    exists: (path) => programs.has(path),
    run: (command, seconds) => {
      assert.ok(seconds > 0 && seconds <= 360, "every command is bounded in time");
      if (command[1] === "--version") return !broken.includes(command[0] ?? "");
      const line = command.join(" ");
      commands.push(line);
      const [, added] = Object.entries(installs).find(([part]) => line.includes(part)) ?? [];
      if (added) programs.add(added);
      return added !== undefined;
    },
    tell: (sentence) => told.push(sentence),
    ...rest,
  };
  return { fake, commands, told };
}

describe("the tests run in", () => {
  const windows = { ProgramFiles: "C:\\Program Files", LOCALAPPDATA: "C:\\Users\\Reader\\AppData\\Local" };
  const chromeOnMac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const chromeOnWindows = "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe";
  const edgeOnWindows = "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe";
  const cases: [what: string, expected: string, options: Parameters<typeof machine>[0]][] = [
    ["Playwright's own Chromium before any other", own, { has: ["/usr/bin/chromium", own] }],
    ["the system's Chromium", "/usr/bin/chromium", { has: ["/usr/bin/google-chrome", "/usr/bin/chromium"] }],
    ["the system's Chrome", "/usr/local/bin/google-chrome", { has: ["/usr/local/bin/google-chrome"] }],
    [
      "another browser where one does not start",
      "/usr/bin/google-chrome",
      { has: [own, "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], broken: [own, "/usr/bin/chromium-browser"] },
    ],
    ["Chrome on a Mac", chromeOnMac, { has: [chromeOnMac], platform: "darwin" }],
    ["Chrome on Windows", chromeOnWindows, { has: [edgeOnWindows, chromeOnWindows], platform: "win32", env: windows }],
    ["Edge on Windows", edgeOnWindows, { has: [edgeOnWindows], platform: "win32", env: windows }],
  ];
  for (const [what, expected, options] of cases) {
    test(what, () => {
      const { fake, commands } = machine(options);
      assert.equal(findBrowser(fake), expected);
      assert.deepEqual(commands, [], "nothing is installed");
    });
  }
});

describe("where there is no browser", () => {
  test("Playwright downloads one", () => {
    const { fake, told } = machine({ has: [], installs: { "install chromium": own } });
    assert.equal(findBrowser(fake), own);
    assert.match(told.join(), /downloads one, in at most 4 minutes/);
  });

  test("Debian's package is installed when the download fails", () => {
    const { fake, commands } = machine({
      has: [],
      hasApt: true,
      installs: { "apt-get install": "/usr/bin/chromium" },
    });
    assert.equal(findBrowser(fake), "/usr/bin/chromium");
    assert.match(commands[1] ?? "", /^apt-get update/);
  });

  test("one sentence says what to do when all fails", () => {
    const { fake } = machine({ has: [], hasApt: true });
    assert.throws(() => findBrowser(fake), /none could be found or installed\. Install one, or run/);
  });

  test("apt-get is left alone without root", () => {
    const { fake, commands } = machine({ has: [] });
    assert.throws(() => findBrowser(fake));
    assert.equal(commands.length, 1);
  });
});
