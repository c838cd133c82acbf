import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { socialPicture } from "./social-picture.ts";

/** Where pictures are kept between builds, named by what they are drawn from. Whoever deletes it loses time only. */
const kept = "node_modules/.astro/pictures";

const begun = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * The picture that a shared link to a page of a site shows, as PNG. Another thread draws it, once for each title, so who knows early
 * that it will be wanted does well to ask early.
 */
export function drawPicture(title: string, site: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawing = begun.get(title) ?? draw(title, site);
  begun.set(title, drawing);
  return drawing;
}

async function draw(title: string, site: string): Promise<Uint8Array<ArrayBuffer>> {
  const svg = socialPicture(title, site).text;
  const drawnFrom = createHash("sha256").update(`${sharp.versions.sharp}\n${svg}`).digest("hex");
  const file = join(kept, `${drawnFrom}.png`);
  const before = await readFile(file).catch(() => null);
  if (before) return new Uint8Array(before);
  const picture = new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
  await mkdir(kept, { recursive: true })
    .then(() => writeFile(file, picture))
    .catch(() => {});
  return picture;
}
