import project from "../../package.json" with { type: "json" };

/** What the foot of each page says of the project. */
export const { license, version } = project;

/**
 * The address at which the project's source can be read, from the environment variable SITE_SOURCE; null where it is not set.
 * @throws an Error for a value that is no such address
 */
export function sourceUrl(value: string | undefined): string | null {
  if (!value) return null;
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `SITE_SOURCE is “${value}”. Expected the address of the project’s source, such as https://example.org/me/http-cycle.`,
    );
  }
  return url.href;
}
