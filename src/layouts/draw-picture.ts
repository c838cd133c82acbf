import sharp from "sharp";
import { keptBetweenBuilds } from "../build/kept-between-builds.ts";
import { socialPicture } from "./social-picture.ts";

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

function draw(title: string, site: string): Promise<Uint8Array<ArrayBuffer>> {
  const svg = socialPicture(title, site).text;
  const madeFrom = `${sharp.versions.sharp}\n${svg}`;
  return keptBetweenBuilds(["pictures", "png"], madeFrom, () => sharp(Buffer.from(svg)).png().toBuffer());
}
