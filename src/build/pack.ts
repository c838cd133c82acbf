import { writeFile } from "node:fs/promises";
import { version } from "./settings.ts";
import { zipFolder } from "./zip-folder.ts";

// Packs the built site into one file, for people who upload it to a learning platform.
const file = `http-cycle-${version}.zip`;
const zip = await zipFolder("dist");
await writeFile(file, zip);
process.stdout.write(
  `\n${file} holds the built site, ${Math.ceil(zip.length / 1000)} KB. Its first page is index.html.\n`,
);
