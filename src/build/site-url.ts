/**
 * The address that the site will stand at, from the environment variable SITE_URL; null where it is not set. It always
 * ends with a slash, as the address of a folder does.
 * @throws an Error for a value that is no such address
 */
export function siteUrl(value: string | undefined): URL | null {
  if (!value) return null;
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `SITE_URL is “${value}”. Expected the address at which the site will stand, such as https://example.org/http/.`,
    );
  }
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

/** A URL from the site's root (`/lessons/`) as an absolute one below the site's address. */
export function absoluteUrl(url: string, site: URL): string {
  return new URL(url.replace(/^\//, ""), site).href;
}
