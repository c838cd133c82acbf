import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineMdastPlugin } from "satteri";
import { isLeftOut } from "../../build/settings.ts";
import { contentRoot, linkTarget, pageOutline, pageUrl } from "../checks/content-files.ts";
import { inline, text } from "./jsx.ts";

const glossary = join(contentRoot, "glossary.mdx");

/**
 * Turns links to pages' files into links to their URLs. The first link of a page to a term of the glossary explains
 * itself: the term's definition stands beside it and shows on hover and focus.
 */
export const pageLinks = () => {
  const explained = new Set<string>();
  return defineMdastPlugin({
    name: "page-links",
    link(node, context) {
      const file = context.fileURL ? fileURLToPath(context.fileURL) : contentRoot;
      const target = linkTarget(node.url, file);
      if (target.kind !== "page") return;
      if (target.file !== file) {
        const place = target.place === "" ? "" : `#${target.place}`;
        const url = pageUrl(target.file) + place;
        if (isLeftOut(url)) return inline("span", {}, node.children);
        const definition = pageOutline(target.file)?.introductions.get(target.place);
        if (target.file === glossary && definition && !explained.has(target.place)) {
          explained.add(target.place);
          const id = `term-${target.place}`;
          return inline("span", { class: "term" }, [
            inline("a", { href: url, "aria-describedby": id }, node.children),
            inline("span", { role: "tooltip", id }, [text(definition)]),
          ]);
        }
        context.setProperty(node, "url", url);
      }
      return;
    },
  });
};
