import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { imageMetadata } from "astro/assets/utils";
import sharp from "sharp";

/** What was expected of a picture's file, and what was found; null where nothing is wrong. */
export type PictureProblem = readonly [expected: string, found: string] | null;

const endings = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];

/** As much as ten lessons weigh. What a camera makes is larger, and readers on a slow line wait for all of it. */
const mostBytes = 500_000;

const known = new Map<string, { readonly changed: number; readonly said: Promise<PictureProblem> }>();

/** What is wrong with a picture's file, which is there; looked at again only when the file has changed. */
export function pictureProblem(file: string): Promise<PictureProblem> {
  const changed = statSync(file).mtimeMs;
  const before = known.get(file);
  if (before?.changed === changed) return before.said;
  const said = lookAt(file);
  known.set(file, { changed, said });
  return said;
}

async function lookAt(file: string): Promise<PictureProblem> {
  const name = basename(file);
  const ending = extname(file).toLowerCase();
  if (!endings.includes(ending)) return [`a picture that ends in ${listed(endings)}`, name];
  const bytes = readFileSync(file);
  if (bytes.length > mostBytes)
    return [`a picture of at most ${kilobytes(mostBytes)} KB`, `${name} with ${kilobytes(bytes.length)} KB`];
  if (ending === ".svg") {
    const drawing = drawingProblem(bytes.toString());
    if (drawing) return [drawing[0], `${drawing[1]} in ${name}`];
  }
  try {
    await imageMetadata(bytes, file);
    await sharp(bytes).stats();
    return null;
  } catch {
    return ["a picture that can be read", `${name}, which is damaged or is not what its ending says`];
  }
}

/** What an SVG needs so that browsers show it from a file, in its size, and so that it can say what it is. */
function drawingProblem(source: string): readonly [expected: string, found: string] | null {
  const tag = /<svg\b[^>]*>/.exec(source)?.[0];
  if (!tag) return null;
  if (!/\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(tag))
    return ['<svg xmlns="http://www.w3.org/2000/svg" …>', "<svg> without it"];
  if (!/\sviewBox\s*=/.test(tag) && !(/\swidth\s*=/.test(tag) && /\sheight\s*=/.test(tag)))
    return ['<svg viewBox="0 0 480 180" …>, with the picture’s own size', "<svg> without it"];
  const active = /<script\b|\son[a-z]+\s*=|javascript:/i.exec(source)?.[0].trim();
  if (active) return ["a drawing without programs, which no browser runs in a picture", active];
  if (!/<title\b[^>]*>\s*[^<\s]/.test(source)) return ["<title>what it shows</title> right behind <svg …>", "none"];
  return null;
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
