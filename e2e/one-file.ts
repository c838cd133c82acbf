import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFiles } from "../src/build/list-files.ts";
import { oneFile } from "../src/build/one-file.ts";

/** Writes a page of a built site as one file to the disk, in a folder of its own. Gives its address. */
export async function onDisk(folder: string, page = "index.html"): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "one-file-")), "lesson.html");
  await writeFile(file, await oneFile(await readFiles(folder), page, null));
  return pathToFileURL(file).href;
}
