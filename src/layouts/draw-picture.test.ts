import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { drawPicture } from "./draw-picture.ts";

test("a shared link shows a PNG of the size that its readers expect, the same from build to build", async () => {
  const picture = await drawPicture("Caching & copies", "A course");
  const { format, width, height } = await sharp(picture).metadata();
  assert.deepEqual({ format, width, height }, { format: "png", width: 1200, height: 630 });
  assert.equal(await drawPicture("Caching & copies", "A course"), picture);
});
