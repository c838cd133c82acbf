import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findBrowser, findEngines, findQuickBrowser, type Machine } from "./browser.ts";

const own = "/home/reader/.cache/ms-playwright/chromium";

/** A machine with some programs, on which some installers work: each adds a program. */
function machine({
  has,
  broken = [],
  installs = {},
  ...rest
}: Partial<Machine> & { has: string[]; broken?: string[]; installs?: Record<string, string | string[]> }) {
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
      for (const program of [added ?? []].flat()) programs.add(program);
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

describe("tests of nothing but pages run in", () => {
  const [shell, whole] = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
  const cases: [what: string, expected: string, commands: number, options: Parameters<typeof machine>[0]][] = [
    ["Debian's Chromium without windows", shell, 0, { has: [shell, whole] }],
    ["the same, installed on Debian", shell, 2, { has: [whole], hasApt: true, installs: { [shell.slice(9)]: shell } }],
    ["the whole browser where that cannot be had", whole, 2, { has: [whole], hasApt: true }],
    ["the whole browser on other systems", whole, 0, { has: [whole] }],
    ["the whole browser where the other does not start", whole, 0, { has: [shell, whole], broken: [shell] }],
    ["Playwright's own, which it is made for", own, 0, { has: [shell, own], hasApt: true }],
  ];
  for (const [what, expected, count, options] of cases) {
    test(what, () => {
      const { fake, commands } = machine(options);
      assert.equal(findQuickBrowser(fake, findBrowser(fake)), expected);
      assert.equal(commands.length, count);
    });
  }
});

describe("the further engines", () => {
  const firefox = "/usr/bin/firefox-esr";
  const webKit = {
    driver: "/usr/bin/WebKitWebDriver",
    screen: "/usr/bin/Xvfb",
    path: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  };

  test("are taken as they are where they are there", () => {
    const { fake, commands } = machine({ has: [firefox, ...Object.values(webKit)], hasApt: true });
    assert.deepEqual(findEngines(fake), { Firefox: { path: firefox }, WebKit: webKit });
    assert.deepEqual(commands, [], "nothing is installed");
  });

  test("are installed on Debian, as far as they are missing", () => {
    const { fake, commands, told } = machine({
      has: [firefox],
      hasApt: true,
      installs: { "apt-get install": Object.values(webKit) },
    });
    assert.deepEqual(findEngines(fake), { Firefox: { path: firefox }, WebKit: webKit });
    assert.match(commands.at(-1) ?? "", /^apt-get install .* webkit2gtk-driver xvfb$/);
    assert.match(told.join(), /installs webkit2gtk-driver, xvfb .*in at most 8 minutes/);
  });

  test("stay out elsewhere, each by its name and with what it needs", () => {
    const { fake, commands } = machine({ has: [] });
    assert.deepEqual(findEngines(fake), {
      Firefox: {
        whyNot: "The lesson is not tried in Firefox: there is none here (on Debian, the package firefox-esr).",
      },
      WebKit: {
        whyNot:
          "The lesson is not tried in WebKit: it needs WebKitWebDriver, MiniBrowser and Xvfb (on Debian, the packages webkit2gtk-driver and xvfb).",
      },
    });
    assert.deepEqual(commands, []);
  });

  test("Firefox is found on a Mac and on Windows, where there is no WebKit to drive", () => {
    const onMac = "/Applications/Firefox.app/Contents/MacOS/firefox";
    const onWindows = "C:\\Program Files\\Mozilla Firefox\\firefox.exe";
    const env = { ProgramFiles: "C:\\Program Files" };
    for (const { fake } of [
      machine({ has: [onMac], platform: "darwin" }),
      machine({ has: [onWindows], platform: "win32", env }),
    ]) {
      const { Firefox, WebKit } = findEngines(fake);
      assert.ok("path" in Firefox && "whyNot" in WebKit);
    }
  });
});
