import { defineCollection } from "astro:content";
import { join } from "node:path";
import { glob, type Loader, type LoaderContext } from "astro/loaders";
import { z } from "astro/zod";
import { contentRoot, pageUrl } from "./authoring/checks/content-files.ts";
import { frontmatter } from "./authoring/checks/frontmatter.ts";
import { servedPages } from "./authoring/checks/page-names.ts";

// A page with wrong frontmatter is refused when it is rendered, by the page checks: they name line and remedy, where a
// refusal here would only stop the editor's loop. So a wrong value gives way to a harmless one, and what is no YAML to none.
const { title, short, description, audience, draft, order } = frontmatter.shape;
const schema = z.looseObject({
  title: title.catch(""),
  short: short.catch(undefined),
  description: description.catch(""),
  audience: audience.catch(undefined),
  draft: draft.catch(false),
  order: order.catch(undefined),
});

/** A page's id is its URL. */
const generateId = ({ entry }: { readonly entry: string }): string => pageUrl(join(contentRoot, entry));

const files = glob({ base: contentRoot, pattern: [...servedPages], generateId, retainBody: false });

/** What reads a file's frontmatter. Astro hands one for each ending of a name to its loaders, which its types keep quiet. */
interface FrontmatterReader {
  getEntryInfo(file: { readonly contents: string }): unknown;
}

const loader: Loader = {
  ...files,
  load: (context) => {
    const { entryTypes } = context as LoaderContext & { readonly entryTypes: ReadonlyMap<string, FrontmatterReader> };
    const forgiving = new Map(Array.from(entryTypes, ([ending, reader]) => [ending, forgive(reader)]));
    return files.load({ ...context, entryTypes: forgiving } as LoaderContext);
  },
};

function forgive(reader: FrontmatterReader): FrontmatterReader {
  return {
    ...reader,
    getEntryInfo: async (file) => {
      try {
        return await reader.getEntryInfo(file);
      } catch {
        return { data: {}, body: file.contents };
      }
    },
  };
}

const pages = defineCollection({ loader, schema });

export const collections = { pages };
