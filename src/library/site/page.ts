import { html } from "../../html.ts";
import type { Page } from "../engine/handler.ts";

/** Sent with every page: no scripts, nothing from elsewhere, harmless even when opened on its own. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; sandbox allow-forms allow-same-origin";

/**
 * The whole HTML document of a page. `path` is the one that was asked for: links are made relative to it, so that they
 * also hold where the site is mounted under a prefix. Reader-made text cannot be taken for a link: its quotes are escaped.
 */
export function formatPage({ title, main }: Page, path: string): string {
  const root = path.slice(1).replace(/[^/]/g, "").replaceAll("/", "../") || "./";
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – library.example</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<nav><a href="/">Home</a> <a href="/books">Books</a> <a href="/search">Search</a> <a href="/hours">Hours</a></nav>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`.text.replaceAll('="/', `="${root}`);
}
