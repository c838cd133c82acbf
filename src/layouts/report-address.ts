/** What a report of a mistake says by itself, so that whoever reads it finds the place. */
export interface Report {
  readonly page: string;
  /** The heading of the part that it is about. */
  readonly part: string;
  readonly version: string;
}

/**
 * The address of a new report in a repository, its title and text filled in: with GitLab's names where the host is called so,
 * else with GitHub's, which Gitea and Forgejo know too.
 */
export function reportAddress(source: string, { page, part, version }: Report): string {
  const url = new URL(`${source.replace(/\/$/, "")}/`);
  const isGitLab = url.hostname.includes("gitlab");
  url.pathname += isGitLab ? "-/issues/new" : "issues/new";
  const [title, text] = isGitLab ? ["issue[title]", "issue[description]"] : ["title", "body"];
  url.searchParams.set(title, `${page}: ${part}`);
  url.searchParams.set(
    text,
    `What is wrong, and what did you expect?\n\n\n\nPage: ${page}\nPart: ${part}\nVersion: ${version}`,
  );
  return url.href;
}

/** The address with lines more at the end of its text. */
export function withLines(address: string, lines: readonly string[]): string {
  const url = new URL(address);
  const name = url.searchParams.has("body") ? "body" : "issue[description]";
  url.searchParams.set(name, [url.searchParams.get(name), ...lines].join("\n"));
  return url.href;
}
