import type { AstroInstance } from "astro";

const files = import.meta.glob<AstroInstance>("./*.astro", { eager: true });

/** The components that a page in `content/` may use by name, without an import: all that stand in this folder. */
export const components = Object.fromEntries(
  Object.entries(files).map(([file, { default: component }]) => [file.replace(/^\.\/|\.astro$/g, ""), component]),
);
