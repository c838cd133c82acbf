import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { siteResources } from "../authoring/site-resources.ts";
import { listFiles } from "./list-files.ts";
import { type Part, pageLoad } from "./page-load.ts";
import { settings } from "./settings.ts";
import { formatTable } from "./table.ts";

/** Bytes after gzip, as a host sends them, and how many there may be; null where no bar is set. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number | null;
}

/**
 * The bars, in bytes after gzip. They are the lesson's promise to a reader on a slow line: raise none without need. The worker
 * has 0.1 KB for what a browser must be kept from, and 0.1 KB for taking resources that pages add.
 */
const limits = { page: 50_000, pageScripts: 16_000, worker: 14_200 };

/** What the settings of a host may add to each page: previews in social media, an imprint, links to report what is wrong. */
const settingsShare = settings.url || settings.source || settings.imprint ? 1_200 : 0;

/** What the resources of the site's pages may add to the worker, which carries them: as much as they weigh. */
const resourcesShare = gzipSync(JSON.stringify(siteResources())).length - gzipSync("[]").length;

/** The sizes that have a bar, and those of what is loaded later. */
export async function measureSizes(root: string): Promise<Size[]> {
  const files = await listFiles(root);
  const pages = files.filter((file) => file.endsWith(".html"));
  const loads = await Promise.all(pages.map(async (page) => ({ page, parts: await pageLoad(root, page) })));
  const sizes = loads.flatMap(({ page, parts }): Size[] => [
    {
      what: `${page}, all that loads with it`,
      // A script that stands in the page has its share in the page's own size.
      bytes: gzipSize(parts.filter(({ file }) => file !== null)),
      limit: limits.page + settingsShare,
    },
    {
      what: `${page}, its scripts`,
      bytes: gzipSize(parts.filter(({ kind }) => kind === "js")),
      limit: limits.pageScripts,
    },
  ]);
  const initial = new Set(loads.flatMap(({ parts }) => parts.map(({ file }) => file)));
  for (const file of files.filter((name) => /\.js(?:on)?$/.test(name) && !initial.has(name))) {
    const bytes = gzipSync(await readFile(join(root, file))).length;
    sizes.push({
      what: `${file}, loaded later`,
      bytes,
      limit: file === "lab/worker.js" ? limits.worker + resourcesShare : null,
    });
  }
  return sizes;
}

function gzipSize(parts: readonly Part[]): number {
  return parts.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
}

/** A size as a reader of the table wants it: `12.3 KB`, of 1000 bytes. */
export function formatBytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

if (import.meta.main) {
  const sizes = await measureSizes("dist");
  const rows = sizes.map(({ what, bytes, limit }) => [
    what,
    formatBytes(bytes),
    limit === null ? "" : formatBytes(limit),
    limit !== null && bytes > limit ? "too large" : "",
  ]);
  process.stdout.write(`${formatTable([["gzip", "size", "bar"], ...rows])}\n`);
  const failures = rows.filter(([, , , failure]) => failure);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
