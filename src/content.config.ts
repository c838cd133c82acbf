import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

/**
 * What stands between the two `---` lines at the head of a page. A key that is not listed here is an error.
 * A file's path is its URL: `content/index.mdx` is `/`, `content/glossary.mdx` is `/glossary/`.
 */
const frontmatter = z.strictObject({
  /** The page's heading, and its name in the browser's tab. Example: `title: Caching` */
  title: z.string().min(1),

  /** One or two sentences that say what the reader gains. Shown under the heading and by search engines. */
  description: z.string().min(1),

  /** `draft: true` keeps the page out of the built site. `npm run dev` still shows it. */
  draft: z.boolean().default(false),

  /** The page's place among its neighbours: a lower number comes first. Pages without one come last, by title. */
  order: z.number().optional(),
});

const pages = defineCollection({ loader: glob({ base: "content", pattern: "**/*.mdx" }), schema: frontmatter });

export const collections = { pages };
