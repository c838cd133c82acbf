import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineMdastPlugin } from "satteri";
import { contentRoot, linkTarget } from "../checks/content-files.ts";
import { block, text } from "./jsx.ts";

/**
 * Turns an image that stands alone in its paragraph into a figure, with the image's title as its caption. Where
 * `cycle.dark.svg` stands beside `cycle.svg`, readers with a dark theme get it.
 */
export const figures = defineMdastPlugin({
  name: "figures",
  paragraph(node, context) {
    const [image, another] = node.children;
    if (image?.type !== "image" || another) return;
    const file = context.fileURL ? fileURLToPath(context.fileURL) : contentRoot;
    const dark = image.url.replace(/(\.\w+)$/, ".dark$1");
    const target = linkTarget(dark, file);
    const hasDark = target.kind === "file" && existsSync(target.file);
    const shown = (url: string, theme: string) => ({
      type: "image" as const,
      url,
      alt: image.alt ?? "",
      ...(hasDark && { data: { hProperties: { className: theme } } }),
    });
    return block("figure", {}, [
      { type: "paragraph", children: [shown(image.url, "in-light"), ...(hasDark ? [shown(dark, "in-dark")] : [])] },
      ...(image.title ? [block("figcaption", {}, [text(image.title)])] : []),
    ]);
  },
});
