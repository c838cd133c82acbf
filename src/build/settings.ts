import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import project from "../../package.json" with { type: "json" };

/** What the foot of each page says of the project. */
export const { license, version } = project;

/** What a host says of their copy of the site. None of it is needed. */
export interface Settings {
  /** The address that the site will stand at. It always ends with a slash, as the address of a folder does. */
  readonly url: URL | null;
  /** The site's name, as the header and the browser's tab have it. */
  readonly title: string;
  /** The address of the repository, where the source can be read and a mistake be reported. */
  readonly source: string | null;
  /** Who publishes this copy: words, and the address that they lead to. */
  readonly imprint: { readonly text: string; readonly href: string | null } | null;
  /** The addresses of pages, and of folders with all that is in them, that are left out: `/hosting/`. */
  readonly without: readonly string[];
}

/**
 * Read the settings from environment variables: SITE_URL, SITE_TITLE, SITE_SOURCE, SITE_IMPRINT, SITE_WITHOUT.
 * @throws an Error that names the first variable with a value that cannot be used, and shows one that can
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    url: siteUrl(env["SITE_URL"]),
    title: env["SITE_TITLE"]?.trim() || "HTTP Request-Response Cycle",
    source: webAddress("SITE_SOURCE", env["SITE_SOURCE"], "the address of the project’s source", "me/http-cycle"),
    imprint: imprint(env["SITE_IMPRINT"]?.trim()),
    without: pages(env["SITE_WITHOUT"]?.trim()),
  };
}

/** The settings of this build. Whose shell sets no variables writes them into a file `.env` beside package.json. */
export const settings: Settings = (() => {
  if (existsSync(".env")) loadEnvFile(".env");
  return readSettings(process.env);
})();

function siteUrl(value: string | undefined): URL | null {
  const href = webAddress("SITE_URL", value, "the address at which the site will stand", "http/");
  if (href === null) return null;
  const url = new URL(href);
  if (url.search || url.hash) refuse("SITE_URL", value, "the address at which the site will stand", "http/");
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

function webAddress(name: string, value: string | undefined, what: string, example: string): string | null {
  if (!value) return null;
  const url = URL.parse(value);
  return url && /^https?:$/.test(url.protocol) ? url.href : refuse(name, value, what, example);
}

function refuse(name: string, value: string | undefined, what: string, example: string): never {
  fail(`${name} is “${value}”. Expected ${what}, such as https://example.org/${example}.`);
}

/** The sentence says all that a host needs, so no list of code follows it. */
function fail(sentence: string): never {
  const error = new Error(sentence);
  error.stack = sentence;
  throw error;
}

/** Words, and behind them the address that they lead to, if there is one. */
function imprint(value: string | undefined): Settings["imprint"] {
  if (!value) return null;
  const [, text, href] = /^(.*\S)\s+(https?:\/\/\S+)$/s.exec(value) ?? [];
  return text && href && URL.canParse(href) ? { text, href } : { text: value, href: null };
}

function pages(value: string | undefined): readonly string[] {
  const urls = value?.split(/[\s,]+/) ?? [];
  const wrong = urls.find((url) => !/^\/(?:[^/]+\/)+$/.test(url));
  if (wrong !== undefined) {
    fail(
      `SITE_WITHOUT is “${value}”. Expected addresses of pages with a slash at both ends, such as /hosting/ /authors/; found “${wrong}”.`,
    );
  }
  return urls;
}

/** Whether a page is left out, by its URL from the site's root or as a part of a folder that is. */
export function isLeftOut(url: string, { without }: Settings = settings): boolean {
  return without.some((each) => url.startsWith(each));
}
