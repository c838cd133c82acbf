import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { listFiles } from "./list-files.ts";

/** The first moment that a zip can tell, in the zone of this machine, of which it knows nothing. */
const noTime = new Date(1980, 0, 1);

/** A zip of all files in a folder, with the folder's own files at its root. The same files make the same octets. */
export async function zipFolder(root: string): Promise<Uint8Array> {
  const files = await listFiles(root);
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  return zipSync(Object.fromEntries(files.map((file, index) => [file, contents[index] ?? new Uint8Array()])), {
    level: 9,
    mtime: noTime,
  });
}
