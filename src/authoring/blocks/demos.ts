import { fileURLToPath } from "node:url";
import { defineMdastPlugin, type MdastPluginDefinition, type PluginFactoryContext } from "satteri";
import { DemoIds, idFrom } from "../../demos/kit/demo-ids.ts";
import type { Kind } from "../../demos/kit/kind.ts";
import { tagOf } from "../../demos/kit/tag.ts";
import type { Written } from "../../demos/kit/written.ts";
import { kindOf } from "../../demos/registry.ts";
import { html } from "../../html.ts";
import { contentRoot } from "../checks/content-files.ts";
import { httpFences } from "./http-fences.ts";
import { finished } from "./jsx.ts";
import { linkResolver } from "./link-resolver.ts";
import type { TreeNode } from "./tree.ts";
import { readWritten } from "./written.ts";

/**
 * Turns the components that are kinds of demos into their elements, and `http` fences into what they describe. Mistakes
 * have been told by `pageChecks` before, so what cannot be read is left out here.
 */
export const demos = ({ fileURL }: PluginFactoryContext): readonly MdastPluginDefinition[] => {
  const ids = new DemoIds();
  const resolve = linkResolver(fileURL ? fileURLToPath(fileURL) : contentRoot);
  const reading = { resolve, tell: () => {} };
  // The components within a demo are its own affair. They are met after it, in the order of the page.
  let within = 0;
  const components = defineMdastPlugin({
    name: "demos",
    mdxJsxFlowElement(node) {
      const kind = kindOf(node.name ?? "");
      if (within > 0) {
        within -= 1;
        return;
      }
      if (!kind) return;
      within = countWithin(node as TreeNode);
      const written = readWritten(node as TreeNode, reading);
      const element = kind.element(written, ids.take(idOf(kind, written)), reading.tell);
      return finished(element ?? html``);
    },
  });
  return [components, httpFences(ids, resolve)];
};

/** How many components stand within one, at any depth. */
function countWithin({ children = [] }: TreeNode): number {
  return children.reduce((sum, child) => {
    return sum + (child.type === "mdxJsxFlowElement" ? 1 : 0) + countWithin(child);
  }, 0);
}

/** The id of a demo: as it is given, else from its title, else from its kind. */
export function idOf(kind: Kind, { attributes: { id, title } }: Written): string {
  return id || idFrom(title ?? "") || tagOf(kind.folder);
}
