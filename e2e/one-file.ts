import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { test } from "@playwright/test";
import { readFiles } from "../src/build/list-files.ts";
import { oneFile } from "../src/build/one-file.ts";

/** Writes a page of a built site as one file to the disk, in the running test's own folder. Gives its address. */
export async function onDisk(folder: string, page = "index.html"): Promise<string> {
  const file = test.info().outputPath("lesson.html");
  await writeFile(file, await oneFile(await readFiles(folder), page, null));
  return pathToFileURL(file).href;
}
