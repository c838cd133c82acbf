/** What a page tells search engines of itself, by schema.org's LearningResource. */
export interface Described {
  readonly title: string;
  readonly description: string;
  readonly site: string;
  /** The page's absolute address, and that of its picture; null where the site's address is not known. */
  readonly url: string | null;
  readonly picture: string | null;
  /** The page's second-level headings: plain text, and the id that each is reached by. */
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

/** The page as JSON-LD, ready to stand in a `<script>`: no text in it can end that element. */
export function structuredData({ title, description, site, url, picture, parts }: Described): string {
  const data = {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    name: title,
    description,
    inLanguage: "en",
    isAccessibleForFree: true,
    ...(url && { url }),
    ...(picture && { image: picture }),
    isPartOf: { "@type": "WebSite", name: site },
    ...(parts.length > 0 && {
      hasPart: parts.map(({ id, text }) => ({
        "@type": "WebPageElement",
        name: text,
        ...(url && { url: `${url}#${id}` }),
      })),
    }),
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
