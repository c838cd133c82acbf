import { defineCollection } from "astro:content";
import { join } from "node:path";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { contentRoot, pageUrl } from "./markdown/content-files.ts";
import { frontmatter } from "./markdown/frontmatter.ts";

// A page with wrong frontmatter is refused when it is rendered, by the page checks: they name line and remedy, where a
// refusal here would only stop the editor's loop. So a wrong value gives way to a harmless one.
const { title, description, draft, order } = frontmatter.shape;
const schema = z.looseObject({
  title: title.catch(""),
  description: description.catch(""),
  draft: draft.catch(false),
  order: order.catch(undefined),
});

/** A page's id is its URL. */
const generateId = ({ entry }: { readonly entry: string }): string => pageUrl(join(contentRoot, entry));

const pages = defineCollection({ loader: glob({ base: "content", pattern: "**/*.mdx", generateId }), schema });

export const collections = { pages };
