import { listed } from "../checks/author-error.ts";
import { checkContent } from "../checks/check-content.ts";
import { contentFiles } from "../checks/content-files.ts";

const found = await checkContent();
for (const [file, problems] of found) process.stdout.write(`${listed(file, problems)}\n`);
const wrong = [...found.values()].flat().length;
const { length } = contentFiles();
const pages = `${length} ${length === 1 ? "page" : "pages"} in content`;
process.stdout.write(wrong === 0 ? `${pages}: nothing to mend.\n` : `\n${pages}: ${wrong} to mend.\n`);
process.exitCode = wrong === 0 ? 0 : 1;
