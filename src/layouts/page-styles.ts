import { tagOf } from "../demos/kit/tag.ts";
import { fenceKinds, kinds } from "../demos/registry.ts";

/** All style sheets, as the build writes them, by their file without what they share: `styles/text`, `demos/walk/style`. */
export type Sheets = Readonly<Record<string, string>>;

/** The layers of every page. A rule of a later layer goes before one of an earlier one, however exact that is. */
const layers: Readonly<Record<string, readonly string[]>> = {
  tokens: ["styles/tokens"],
  text: ["styles/text"],
  page: ["styles/page", "styles/navigation", "styles/lesson", "styles/blocks"],
  kit: [],
  kinds: [],
  guide: [],
  print: ["styles/print"],
};

const kit = ["demos/exchange/style", "demos/kit/message", "demos/kit/frame", "demos/kit/style"];

/** What shows that a page holds something that the kit draws: a demo, a transcript, an annotated message. */
const ofKit = /<(?:demo-exchange|first-cycle)\b|class="(?:demo|response-listing)\b/;

/** What only some pages have in them: for each layer the sheets, and what shows in a page's HTML that it needs one. */
const some: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  page: {
    "styles/notes": /\bnote-box\b/,
    "styles/procedures": /class=\\?"procedure\b/,
    "styles/listings": /class=\\?"(?:listing-title|response-listing)\b/,
    "styles/themes": /\bin-dark\b/,
    "styles/reference": /class="reference"/,
  },
  kit: { "demos/exchange/block": /<request-block\b/ },
  guide: { "styles/guide": /class="(?:example|mistake)\b/ },
};

/** What stands around a demo that is by itself, in place of what stands around a page. */
const alone: Readonly<Record<string, readonly string[]>> = {
  page: ["styles/page", "styles/lesson", "styles/blocks"],
  embed: ["styles/embed"],
};

/** What a layout may put around the content of a page, by the name of its sheet. */
export type Around = "rail" | "contents" | "entries" | "children";

/**
 * The style sheet of a page: what all pages share, of the rest what the page has in it, and of the demos' styles those of the kinds
 * that it uses.
 * @param content the page's HTML
 * @param sheets of all that may stand in a page
 * @param around what the layout puts around the content; null for one demo, for a frame in a page of another site
 */
export function pageStyles(content: string, sheets: Sheets, around: readonly Around[] | null): string {
  const used = [...kinds, ...fenceKinds].filter(({ folder }) => content.includes(`<${tagOf(folder)}`));
  const folders = new Set(used.flatMap(({ folder, within }) => [...within, folder]));
  const all: Readonly<Record<string, readonly string[]>> = {
    ...layers,
    kit: ofKit.test(content) ? kit : [],
    kinds: [...folders].map((folder) => `demos/${folder}/style`),
    ...(around ? { page: [...(layers["page"] ?? []), ...around.map((name) => `styles/${name}`)] } : alone),
  };
  const named = Object.entries(all).map(([layer, files]) => {
    const shown = Object.entries(some[layer] ?? {}).flatMap(([file, shows]) => (shows.test(content) ? [file] : []));
    return `@layer ${layer}{${[...files, ...shown].map((file) => sheets[file] ?? "").join("\n")}}`;
  });
  return `@layer ${Object.keys(all).join()};${named.join("")}`;
}
