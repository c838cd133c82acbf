import { tagOf } from "../demos/kit/tag.ts";
import { fenceKinds, kinds } from "../demos/registry.ts";

/** All style sheets, as the build writes them, by their file without what they share: `styles/text`, `demos/walk/style`. */
export type Sheets = Readonly<Record<string, string>>;

/** The layers of every page. A rule of a later layer goes before one of an earlier one, however exact that is. */
const layers: Readonly<Record<string, readonly string[]>> = {
  tokens: ["styles/tokens"],
  text: ["styles/text"],
  page: ["styles/page", "styles/navigation", "styles/rail", "styles/lesson", "styles/blocks"],
  kit: [],
  kinds: [],
  guide: [],
  print: ["styles/print"],
};

const kit = ["demos/exchange/style", "demos/kit/message", "demos/kit/frame", "demos/kit/style"];

/** What shows that a page holds something that the kit draws: a demo, a transcript, an annotated message. */
const ofKit = /<(?:demo-exchange|first-cycle)\b|class="(?:demo|response-listing)\b/;

/** What stands around a demo that is by itself, in place of what stands around a page. */
const alone: Readonly<Record<string, readonly string[]>> = {
  page: ["styles/page", "styles/lesson", "styles/blocks"],
  embed: ["styles/embed"],
};

/**
 * The style sheet of a page: what all pages share, and of the demos' styles those of the kinds that it uses.
 * @param content the page's HTML
 * @param sheets of all that may stand in a page
 * @param isAlone whether it is one demo, for a frame in a page of another site
 */
export function pageStyles(content: string, sheets: Sheets, isAlone = false): string {
  const used = [...kinds, ...fenceKinds].filter(({ folder }) => content.includes(`<${tagOf(folder)}`));
  const folders = new Set(used.flatMap(({ folder, within }) => [...within, folder]));
  const all = {
    ...layers,
    kit: ofKit.test(content) ? kit : [],
    kinds: [...folders].map((folder) => `demos/${folder}/style`),
    guide: /class="(?:example|mistake)\b/.test(content) ? ["styles/guide"] : [],
    page: [...(layers["page"] ?? []), ...(content.includes('class="reference"') ? ["styles/reference"] : [])],
    ...(isAlone && alone),
  };
  const named = Object.entries(all).map(([layer, files]) => {
    return `@layer ${layer}{${files.map((file) => sheets[file] ?? "").join("\n")}}`;
  });
  return `@layer ${Object.keys(all).join()};${named.join("")}`;
}
