import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { type HostOptions, type StaticHost, startHost } from "../src/build/static-host.ts";
import { type Machine, thisMachine } from "./browser.ts";

/** A host that serves the site, whoever wrote it. */
export type RunningHost = Pick<StaticHost, "url" | "close">;

/** A kind of host that the site must work on. */
export interface Place {
  readonly name: string;
  /** The program it needs. */
  readonly program?: Program;
  /** Whether it is set up as the site's page about hosts says. */
  readonly byRecipe?: boolean;
  /** Whether it sends a site's own 404.html for an address that it does not know. */
  readonly sends404: boolean;
  /** Whether an address of a folder without its closing slash leads to the folder. */
  readonly addsSlash: boolean;
  /** Whether an address loses its query when it gets its slash. */
  readonly dropsQuery?: boolean;
  /** Serves a folder; each of its `sites` has a 404.html. */
  start(root: string, sites: readonly string[]): Promise<RunningHost>;
}

/** The programs that hosts run: how each tells its version, and the packages of Debian’s that bring it. */
const programs = {
  python3: { version: "--version", debian: null },
  nginx: { version: "-v", debian: "nginx-light" },
  apache2: { version: "-v", debian: "apache2-bin media-types" },
  caddy: { version: "version", debian: "caddy" },
  openssl: { version: "version", debian: "openssl" },
} as const;

type Program = keyof typeof programs;

const likePages =
  (slashless: NonNullable<HostOptions["slashless"]>): Place["start"] =>
  (root) =>
    startHost({ root, slashless });

export const places: readonly Place[] = [
  { name: "Python's http.server", program: "python3", sends404: false, addsSlash: true, start: startPython },
  { name: "nginx", program: "nginx", byRecipe: true, sends404: true, addsSlash: true, start: startNginx },
  { name: "Apache", program: "apache2", byRecipe: true, sends404: true, addsSlash: true, start: startApache },
  {
    name: "Caddy",
    program: "caddy",
    byRecipe: true,
    sends404: true,
    addsSlash: true,
    dropsQuery: true,
    start: startCaddy,
  },
  { name: "a host like GitHub Pages", sends404: true, addsSlash: true, start: likePages("redirect") },
];

/** The same host, where a folder's address lacks its closing slash and nobody redirects. */
export const slashlessPlaces: readonly Place[] = [
  { name: "a host that sends folders without their slash", sends404: true, addsSlash: true, start: likePages("send") },
  {
    name: "a host that refuses folders without their slash",
    sends404: true,
    addsSlash: false,
    start: likePages("refuse"),
  },
];

/**
 * The sentence that says why a place cannot be tried on this machine; null where it can. As root on Debian, its program is
 * installed first if it is missing, in at most 4 minutes.
 */
export function whyNot(
  { name, program }: Pick<Place, "name" | "program">,
  machine: Machine = thisMachine,
): string | null {
  if (!program || isInstalled(program, machine)) return null;
  const { debian } = programs[program];
  if (debian && machine.hasApt) {
    machine.tell(`${program} is not here: apt-get installs it, in at most 4 minutes.`);
    machine.run(["apt-get", "update", "-qq"], 120);
    machine.run(["apt-get", "install", "-qq", "--yes", "--no-install-recommends", ...debian.split(" ")], 120);
    if (isInstalled(program, machine)) return null;
  }
  const sentence = `The site is not tried on ${name}: the program ${program} is missing here.`;
  machine.tell(sentence);
  return sentence;
}

const isInstalled = (program: Program, machine: Machine): boolean =>
  machine.run([program, programs[program].version], 30);

async function startPython(root: string): Promise<RunningHost> {
  const options = ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", root];
  const program = spawn("python3", options, { stdio: ["ignore", "pipe", "ignore"] });
  const [, port] = await said(program.stdout, /port (\d+)/);
  return { url: `http://127.0.0.1:${port}/`, close: () => stop(program) };
}

/** The first match in what a program prints. */
async function said(output: Readable, pattern: RegExp): Promise<RegExpExecArray> {
  let all = "";
  for await (const piece of output.iterator({ destroyOnReturn: false })) {
    all += piece;
    const found = pattern.exec(all);
    if (found) return found;
  }
  throw new Error(`The program ended before it said ${pattern}; it said: ${all}`);
}

function startNginx(root: string, sites: readonly string[]): Promise<RunningHost> {
  return startConfigured((folder, port) => ({
    file: "nginx.conf",
    config: nginxConfig(root, sites, folder, port),
    command: ["nginx", "-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"],
  }));
}

function startApache(root: string, sites: readonly string[]): Promise<RunningHost> {
  return startConfigured((folder, port) => ({
    file: "apache.conf",
    config: apacheConfig(root, sites, folder, port),
    command: ["apache2", "-d", folder, "-f", join(folder, "apache.conf"), "-DFOREGROUND"],
  }));
}

function startCaddy(root: string, sites: readonly string[]): Promise<RunningHost> {
  return startConfigured((folder, port) => ({
    file: "Caddyfile",
    config: `{
	admin off
	auto_https off
	storage file_system ${folder}
}
http://127.0.0.1:${port} {
	root * ${root}
	${withOneErrorHandler(inFolders("Caddyfile", sites))}
}
`,
    command: ["caddy", "run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")],
  }));
}

/** Runs a program whose configuration stands in a folder of its own; it is told there and in words of its own. */
async function startConfigured(
  set: (folder: string, port: number) => { file: string; config: string; command: readonly [string, ...string[]] },
): Promise<RunningHost> {
  const folder = await mkdtemp(join(tmpdir(), "host-"));
  const port = await freePort();
  const { file, config, command } = set(folder, port);
  await writeFile(join(folder, file), config);
  const [name, ...options] = command;
  const program = spawn(name, options, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: folder } });
  let words = "";
  program.stderr?.on("data", (piece) => {
    words += piece;
  });
  const ended = new Promise<never>((_, failed) => {
    program.once("exit", () => failed(new Error(`${name} ended before it answered; it said: ${words}`)));
  });
  await Promise.race([answers(`http://127.0.0.1:${port}/`), ended]);
  ended.catch(() => undefined);
  const close = async (): Promise<void> => {
    await stop(program);
    await rm(folder, { recursive: true });
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

/** For each site what the site's page about hosts recommends, and beside it only what keeps the program in one folder. */
function nginxConfig(root: string, sites: readonly string[], folder: string, port: number): string {
  return nginxProgram(
    folder,
    `access_log off;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    ${inFolders("nginx.conf", sites)}
  }`,
  );
}

/** One nginx, as a plain host and as an encrypted one that speaks HTTP/2, with its log. */
export interface LoggingHost extends RunningHost {
  readonly encryptedUrl: string;
  /** What it was asked and what it sent, in order: `GET /path HTTP/2.0 200 1234`, with the octets of the content. */
  log(): Promise<readonly string[]>;
}

/**
 * Serves a folder, compressed, as `/`, where browsers ask before they use a copy; as `/kept/`, where they need not; and as
 * `/never/`, uncompressed, where they may keep none.
 */
export async function startLogging(root: string): Promise<LoggingHost> {
  const encryptedPort = await freePort();
  let log = "";
  const host = await startConfigured((folder, port) => {
    log = join(folder, "log");
    const certificate = ["-keyout", join(folder, "key"), "-out", join(folder, "certificate")];
    spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...certificate, "-subj", "/CN=127.0.0.1"]);
    const locations = `
    charset utf-8;
    gzip on;
    gzip_types text/javascript application/javascript application/json image/svg+xml;
    location / { alias ${root}/; expires -1; }
    location /kept/ { alias ${root}/; expires 1h; }
    location /never/ { alias ${root}/; gzip off; add_header Cache-Control no-store; }`;
    const config = `log_format asked "$request_method $request_uri $server_protocol $status $body_bytes_sent";
  access_log ${log} asked;
  server {
    listen 127.0.0.1:${port};${locations}
  }
  server {
    listen 127.0.0.1:${encryptedPort} ssl http2;
    ssl_certificate ${folder}/certificate;
    ssl_certificate_key ${folder}/key;${locations}
  }`;
    return {
      file: "nginx.conf",
      config: nginxProgram(folder, config),
      command: ["nginx", "-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"],
    };
  });
  // The first line is of the test's own look whether it answers.
  const lines = async (): Promise<readonly string[]> => (await readFile(log, "utf8")).trim().split("\n").slice(1);
  return { ...host, encryptedUrl: `https://127.0.0.1:${encryptedPort}/`, log: lines };
}

/** The configuration of an nginx that keeps all that is its own in one folder. */
function nginxProgram(folder: string, servers: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${folder}/pid;
events {}
http {
  include ${nginxTypes()};
  ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n  ")}
  ${servers}
}
`;
}

/** As Debian sets Apache up, but for what a host's own .htaccess may say, which stands in each site's folder. */
function apacheConfig(root: string, sites: readonly string[], folder: string, port: number): string {
  const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "deflate", "filter"];
  for (const site of sites) writeFileSync(join(root, site, ".htaccess"), inFolders("apache.htaccess", [site]));
  return `
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`;
}

/** Caddy takes one block for errors, so those of several recipes become one. */
function withOneErrorHandler(recipes: string): string {
  const blocks = /^handle_errors \{\n(.*?)^\}\n/gms;
  const inside = [...recipes.matchAll(blocks)].map(([, text]) => text);
  return `${recipes.replace(blocks, "")}\nhandle_errors {\n${inside.join("")}}`;
}

/** A recipe once for each site, for the folder in which it stands. */
function inFolders(recipe: string, sites: readonly string[]): string {
  const text = readFileSync(new URL(`../recipes/${recipe}`, import.meta.url), "utf8");
  return sites.map((site) => text.replaceAll("lesson", site.replace(/\/$/, ""))).join("\n");
}

/** The list of media types that came with nginx, beside the configuration that it says it was built for. */
function nginxTypes(): string {
  const [, config = ""] = /--conf-path=(\S+)/.exec(spawnSync("nginx", ["-V"], { encoding: "utf8" }).stderr) ?? [];
  const types = join(dirname(config), "mime.types");
  if (!existsSync(types)) throw new Error(`nginx has no list of media types at ${types}.`);
  return types;
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Comes back when something answers at a URL. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((later) => setTimeout(later, 20));
  }
}

function stop(program: ChildProcess): Promise<void> {
  return new Promise((stopped) => {
    program.on("exit", () => stopped());
    program.kill("SIGTERM");
  });
}
