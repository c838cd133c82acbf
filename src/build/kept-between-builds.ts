import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Whoever deletes it loses time only. */
const kept = "node_modules/.astro";

/**
 * What takes long to make, as an earlier build made it. It is named by all that it is made from, so what is kept never goes stale:
 * of anything else it is made anew.
 * @param kind its folder, and the ending of its file's name
 */
export async function keptBetweenBuilds(
  kind: readonly [folder: string, ending: string],
  madeFrom: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const [folder, ending] = kind;
  const file = join(kept, folder, `${createHash("sha256").update(madeFrom).digest("hex")}.${ending}`);
  const before = await readFile(file).catch(() => null);
  if (before) return new Uint8Array(before);
  const made = new Uint8Array(await make());
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(file, made))
    .catch(() => {});
  return made;
}
