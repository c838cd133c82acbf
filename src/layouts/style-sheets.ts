import type { Sheets } from "./page-styles.ts";

export const sheets: Sheets = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(["../styles/*.css", "../demos/*/*.css"], {
      query: "?inline",
      import: "default",
      eager: true,
    }),
  ).map(([file, css]) => [file.replace(/^\.\.\/|\.css$/g, ""), css]),
);
