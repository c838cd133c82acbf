import { zipSync } from "fflate";
import { readFiles } from "./list-files.ts";

/** The first moment that a zip can tell, in the zone of this machine, of which it knows nothing. */
const noTime = new Date(1980, 0, 1);

/** A zip of all files in a folder, with the folder's own files at its root. The same files make the same octets. */
export async function zipFolder(root: string): Promise<Uint8Array> {
  return zipSync(Object.fromEntries(await readFiles(root)), { level: 9, mtime: noTime });
}
