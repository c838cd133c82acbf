import { execFile } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { copyProject } from "../project-copy.ts";

const requests = [
  "GET /books HTTP/1.1\nHost: library.example\nAccept: application/json",
  "GET /books/1 HTTP/1.1\nHost: library.example\nAccept: text/html",
  'POST /books HTTP/1.1\nHost: library.example\nContent-Type: application/json\n\n{"title": "Dune", "author": "Frank Herbert"}',
  "GET /books/99 HTTP/1.1\nHost: library.example\nAccept: text/html\n\n?? status == 404",
  "DELETE /books HTTP/1.1\nHost: library.example\nAccept: application/json\n\n?? status == 405",
];

const paragraph = `A client sends a request, and a server answers it. What the answer means stands in its status code; what it
brings stands in its content. Read the message line by line, and say what each line is for, before you read on.`;

/**
 * The markdown of a generated lesson: five sections, each with text and a block, and a link to the lesson before it.
 * @param options what stands behind the language of each block: `send` has it executed
 */
function lessonText(number: number, options: string): string {
  const sections = requests.map(
    (request, index) => `## Part ${index + 1} of lesson ${number}

${paragraph}

\`\`\`http ${options}
${request}
\`\`\`

${paragraph}
`,
  );
  const link = number === 1 ? "" : `The [lesson before](lesson-${number - 1}.mdx) says more.\n`;
  return `---\ntitle: Lesson ${number}\ndescription: What lesson ${number} is about.\n---\n\n${sections.join("\n")}\n${link}`;
}

async function writeLessons(folder: string, count: number, options: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    await writeFile(join(folder, `lesson-${number}.mdx`), lessonText(number, options));
  }
}

/** Writes a course of this project's making, whose blocks are executed, in a folder of its own. Gives the folder. */
export async function courseSite(lessons: number): Promise<string> {
  const folder = await copyProject();
  await writeLessons(join(folder, "content/lessons"), lessons, "send");
  return folder;
}

/** What Starlight needs beside the lessons, on the release of Astro that this project uses. */
const starlightFiles: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    private: true,
    type: "module",
    dependencies: { "@astrojs/starlight": "0.42.4", astro: "7.3.4", sharp: "0.35.5" },
  }),
  "astro.config.mjs": `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
export default defineConfig({ integrations: [starlight({ title: "Course" })] });
`,
  "src/content.config.ts": `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

/**
 * Writes a Starlight site with the same text, whose blocks are listings, in a folder of its own. Gives the folder.
 * Its packages are no dependencies of this project: npm installs them there.
 * @throws an Error where npm cannot install Starlight
 */
export async function starlightSite(lessons: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "starlight-"));
  for (const [name, text] of Object.entries(starlightFiles)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await promisify(execFile)("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder, timeout: 300_000 });
  await writeLessons(join(folder, "src/content/docs"), lessons, "");
  return folder;
}
