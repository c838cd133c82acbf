import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Paths of all files under a folder, relative to it, with forward slashes, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** The files of a folder with what is in them, by their paths as listFiles gives them. */
export async function readFiles(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = await listFiles(folder);
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const)));
}
