import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { frontmatter } from "./markdown/frontmatter.ts";

const pages = defineCollection({ loader: glob({ base: "content", pattern: "**/*.mdx" }), schema: frontmatter });

export const collections = { pages };
