import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix, win32 } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

/** What the choice of a browser needs to know of a machine, and may do on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether packages can be installed with apt-get: Debian, as root. */
  readonly hasApt: boolean;
  /** Where Playwright keeps its own Chromium, once it has downloaded it. */
  readonly own: string;
  exists(path: string): boolean;
  /** Runs a program for at most so many seconds; true when it ended well. */
  run(command: readonly string[], seconds: number): boolean;
  tell(sentence: string): void;
}

const playwright = fileURLToPath(import.meta.resolve("@playwright/test/cli"));

/** Ways to get a browser where there is none, each bounded in time. */
const installers = [
  (machine: Machine) => {
    machine.tell("No Chromium or Chrome is here: Playwright downloads one, in at most 4 minutes.");
    machine.run([process.execPath, playwright, "install", "chromium"], 240);
  },
  (machine: Machine) => {
    if (machine.hasApt) aptInstall(machine, ["chromium"], "the tests, for the download failed");
  },
];

/**
 * The path of a Chromium for the tests: Playwright's own, else one of the system, else one that is installed now.
 * @throws an Error that says what to do, where there is none and none can be installed
 */
export function findBrowser(machine: Machine): string {
  const found = installedBrowser(machine);
  if (found) return found;
  for (const install of installers) {
    install(machine);
    const installed = installedBrowser(machine);
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium or Chrome, and none could be found or installed. Install one, or run `npx playwright install chromium` where the internet can be reached.",
  );
}

/**
 * The path of a browser for tests that ask for nothing but pages: Debian's Chromium without the parts for windows, which takes
 * half the time and, as root on Debian, is installed in at most 8 minutes; else the browser that was found.
 */
export function findQuickBrowser(machine: Machine, browser: string): string {
  if (browser === machine.own) return browser;
  const installed = () => inPath(machine, "chromium-headless-shell").find((path) => starts(machine, path));
  const found = installed();
  if (found) return found;
  if (!machine.hasApt) return browser;
  aptInstall(machine, ["chromium-headless-shell"], "quicker tests");
  return installed() ?? browser;
}

/** Installs packages of Debian's, if they can be had. */
function aptInstall(machine: Machine, packages: readonly string[], what: string): void {
  machine.tell(`apt-get installs ${packages.join(", ")} for ${what}, in at most 8 minutes.`);
  machine.run(["apt-get", "update", "-qq"], 120);
  machine.run(["apt-get", "install", "-qq", "--yes", "--no-install-recommends", ...packages], 360);
}

function installedBrowser(machine: Machine): string | undefined {
  return [machine.own, ...systemPlaces(machine)].find((path) => starts(machine, path));
}

/**
 * Whether a path leads to a browser. Its answer tells it from an empty shell of one, such as Ubuntu's chromium-browser, and
 * from one that lacks a library. On Windows it is not asked for its version, for there Chrome opens a window then.
 */
function starts(machine: Machine, path: string): boolean {
  return machine.exists(path) && (machine.platform === "win32" || machine.run([path, "--version"], 30));
}

/** Where programs of these names may be. */
function inPath({ env }: Machine, ...names: readonly string[]): readonly string[] {
  const folders = (env["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function systemPlaces(machine: Machine): readonly string[] {
  const { platform, env } = machine;
  if (platform === "win32") {
    const folders = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]];
    const programs = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
    return programs.flatMap((program) => folders.flatMap((folder) => (folder ? [win32.join(folder, program)] : [])));
  }
  if (platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return inPath(machine, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge");
}

/** The engines that the lesson is tried in. */
export type EngineName = "Chromium" | "Firefox" | "WebKit";

/** The programs of the engines that are not Playwright's, or a sentence that says why an engine is not tried. */
export interface Engines {
  readonly Firefox: { readonly path: string } | { readonly whyNot: string };
  readonly WebKit: WebKitPrograms | { readonly whyNot: string };
}

/** WebKitGTK's bare browser, what drives it, and the screen that it needs. */
export interface WebKitPrograms {
  readonly path: string;
  readonly driver: string;
  readonly screen: string;
}

/**
 * The further engines that the tests run in. As root on Debian, what is missing is installed, in at most 8 minutes; elsewhere
 * an engine may stay out, and says so.
 */
export function findEngines(machine: Machine): Engines {
  const packages = [
    ...(firefox(machine) ? [] : ["firefox-esr"]),
    ...(webKit(machine) ? [] : ["webkit2gtk-driver", "xvfb"]),
  ];
  if (packages.length > 0 && machine.hasApt) aptInstall(machine, packages, "the tests in further engines");
  const path = firefox(machine);
  return {
    Firefox: path
      ? { path }
      : { whyNot: "The lesson is not tried in Firefox: there is none here (on Debian, the package firefox-esr)." },
    WebKit: webKit(machine) ?? {
      whyNot:
        "The lesson is not tried in WebKit: it needs WebKitWebDriver, MiniBrowser and Xvfb (on Debian, the packages webkit2gtk-driver and xvfb).",
    },
  };
}

function firefox(machine: Machine): string | undefined {
  const { platform, env } = machine;
  const places =
    platform === "win32"
      ? [env["ProgramFiles"], env["ProgramFiles(x86)"]].map((folder) =>
          win32.join(folder ?? "C:\\", "Mozilla Firefox\\firefox.exe"),
        )
      : platform === "darwin"
        ? ["/Applications/Firefox.app/Contents/MacOS/firefox"]
        : inPath(machine, "firefox-esr", "firefox");
  return places.find((path) => starts(machine, path));
}

function webKit(machine: Machine): WebKitPrograms | undefined {
  if (machine.platform !== "linux") return undefined;
  const driver = inPath(machine, "WebKitWebDriver").find(machine.exists);
  const screen = inPath(machine, "Xvfb").find(machine.exists);
  const folders = ["x86_64-linux-gnu/", "aarch64-linux-gnu/", ""].flatMap((folder) =>
    ["lib", "libexec"].flatMap((lib) =>
      ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map((version) => `/usr/${lib}/${folder}${version}`),
    ),
  );
  const path = folders.map((folder) => `${folder}/MiniBrowser`).find(machine.exists);
  return driver && screen && path ? { path, driver, screen } : undefined;
}

/** The machine that this process runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  hasApt: process.getuid?.() === 0 && isDebian(),
  own: chromium.executablePath(),
  exists: existsSync,
  run: ([program = "", ...args], seconds) => {
    const { status } = spawnSync(program, args, {
      timeout: seconds * 1000,
      killSignal: "SIGKILL",
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return status === 0;
  },
  tell: (sentence) => process.stderr.write(`${sentence}\n`),
};

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
