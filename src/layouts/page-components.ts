import type { AstroInstance } from "astro";

// The guide's own components stand in a folder; the page checks let no other page use them.
const files = import.meta.glob<AstroInstance>(["../components/*.astro", "../components/guide/*.astro"], {
  eager: true,
});

/** The components that a page in `content/` may use by name, without an import. Kinds of demos are not among them. */
export const components = Object.fromEntries(
  Object.entries(files).map(([file, { default: component }]) => [file.replace(/^.*\/|\.astro$/g, ""), component]),
);
