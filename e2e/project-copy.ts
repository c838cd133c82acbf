import { cp, mkdir, mkdtemp, readdir, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const copied = ["src", "public", "content/reference", "astro.config.mjs", "package.json", "tsconfig.json"];

/** Copies the project, without its pages, into a folder of its own, with links to the packages. Gives the folder. */
export async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "copy-"));
  for (const name of copied) await cp(name, join(folder, name), { recursive: true });
  // A folder of links, no linked folder: Astro and Vite keep what they found in folders of node_modules.
  await mkdir(join(folder, "node_modules"));
  for (const name of await readdir("node_modules")) {
    if (!name.startsWith(".")) await symlink(resolve("node_modules", name), join(folder, "node_modules", name));
  }
  return folder;
}
