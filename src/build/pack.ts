import { writeFile } from "node:fs/promises";
import { readFiles } from "./list-files.ts";
import { oneFile } from "./one-file.ts";
import { settings, version } from "./settings.ts";
import { zipFolder } from "./zip-folder.ts";

// Packs the built site into one file, for people who upload it to a learning platform, and the lesson into another, which opens
// from a disk.
const file = `http-cycle-${version}.zip`;
const zip = await zipFolder("dist");
await writeFile(file, zip);
const lesson = await oneFile(await readFiles("dist"), "index.html", settings.url);
await writeFile("lesson.html", lesson);
process.stdout.write(`
${file} holds the built site, ${kilobytes(zip.length)}. Its first page is index.html.
lesson.html is the lesson in one file, ${kilobytes(Buffer.byteLength(lesson))}. It opens by a double click, without a network.
`);

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}
