import sharp from "sharp";
import { siteName } from "./site-pages.ts";
import { socialPicture } from "./social-picture.ts";

const begun = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * The picture that a shared link to a page shows, as PNG. Another thread draws it, once for each title, so who knows early
 * that it will be wanted does well to ask early.
 */
export function drawPicture(title: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawing = begun.get(title) ?? draw(title);
  begun.set(title, drawing);
  return drawing;
}

async function draw(title: string): Promise<Uint8Array<ArrayBuffer>> {
  const svg = socialPicture(title, siteName).text;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}
