import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { contentRoot, pageUrl } from "../checks/content-files.ts";
import { frontmatterKeys } from "../checks/frontmatter.ts";
import { plainName } from "../checks/page-names.ts";

/** The source of a page to begin with: a draft, each key of its frontmatter explained, and a block that runs. */
export function newPage(title: string): string {
  const values: Partial<Record<keyof typeof frontmatterKeys, unknown>> = {
    title,
    description: "Say in one or two sentences what the reader gains.",
    draft: true,
  };
  const keys = Object.entries(frontmatterKeys).map(([key, { about, example }]) => {
    const line = key in values ? stringify({ [key]: values[key as keyof typeof values] }).trimEnd() : `# ${example}`;
    return `# ${about}\n${line}\n`;
  });
  return `---
${keys.join("\n")}---

Say in the first lines what this page is about. The guide in \`content/authors/\` shows all that you can write.

## A first heading

\`\`\`http send
GET /books HTTP/1.1
Host: library.example
Accept: application/json

?? status == 200
\`\`\`
`;
}

/**
 * Write a new page below the content root and give its file.
 * @param folder where in the content root it goes; the root itself is the empty text
 * @throws an Error that says what to do, where the title gives no file name, the folder is elsewhere or has a name that
 * no address can have, or a file is there
 */
export function addPage(title: string, folder = "", root = contentRoot): string {
  const name = plainName(title);
  if (name === "") throw new Error('Expected a title with letters or digits, such as npm run new -- "Caching".');
  const file = join(root, folder, `${name}.mdx`);
  if (relative(root, file).startsWith("..")) {
    throw new Error(`Expected a folder inside content/, such as --in lessons; found ${folder}.`);
  }
  const bad = relative(root, dirname(file))
    .split(sep)
    .find((part) => part !== plainName(part));
  if (bad)
    throw new Error(
      `Expected a folder named with the letters a to z, digits and hyphens, such as ${plainName(bad) || "lessons"}; found ${bad}.`,
    );
  if (existsSync(file)) {
    throw new Error(`${relative(dirname(root), file)} is there already. Choose another title, or edit that file.`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, newPage(title.trim()));
  return file;
}

const usage = `npm run new -- "Caching" --in lessons

Makes content/lessons/caching.mdx, a draft. Without --in, the file stands in content/ itself. content/authors/ says more.
`;

if (import.meta.main) {
  try {
    const options = { in: { type: "string" }, help: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help) process.stdout.write(usage);
    else {
      const file = addPage(positionals.join(" "), values.in);
      process.stdout.write(`${relative(process.cwd(), file)} is a draft at ${pageUrl(file)}. npm run dev shows it.\n`);
    }
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
