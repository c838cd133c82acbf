import { built, type Html, html } from "../../html.ts";
import { isId } from "./demo-ids.ts";
import { tagOf } from "./tag.ts";
import type { Tell, Written } from "./written.ts";

/** What the build makes of a demo: what it is without a script. All texts are HTML. */
export interface Figure {
  /** One sentence that says what to do; stands in the frame with a script and without. */
  readonly task?: string;
  /** What the line beside the title says of the server; a demo without a server has no such line. */
  readonly host?: string;
  /** What stands in the result's place until a script runs. */
  readonly result: Html;
}

/** What a demo that has a look of its own, in place of the frame, must have on its element. */
export interface Whole {
  readonly tag: Html;
  readonly id: string;
  readonly must: boolean;
}

/** A kind of demo: how a component of a page becomes one. Its element reads the same Config. */
export interface KindOf<Config> {
  /** The component's name, as authors write it. */
  readonly component: string;
  /** The name of its folder, from which its tag comes. */
  readonly folder: string;
  /** The name of a demo whose author gives it none. */
  readonly title: string;
  /** The attributes that it has beside `title` and `id`: each with how it is written. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Read what an author wrote. Whatever cannot be read is told; null where nothing can be shown then. */
  readonly read: (written: Written, tell: Tell) => Config | null;
  /** What stands in the frame of all demos without a script. */
  readonly figure?: (config: Config, id: string) => Figure;
  /** The whole element, for a demo that has no frame. */
  readonly whole?: (config: Config, whole: Whole) => Html;
  /** What of the Config its element reads, where that is not all of it. */
  readonly data?: (config: Config) => unknown;
  /** The folders of other kinds that its element makes: their styles come with its own. */
  readonly within?: readonly string[];
  /** False where the demo stands in the text as a part of it: its title is only its name for a screen reader. */
  readonly hasHeading?: boolean;
}

/** A kind whose config is its own affair. */
export interface Kind extends Pick<KindOf<unknown>, "component" | "folder" | "title"> {
  readonly attributes: Readonly<Record<string, string>>;
  readonly hasHeading: boolean;
  readonly within: readonly string[];
  /** Read what an author wrote, tell what is wrong, and make the demo's element of it. */
  readonly element: (written: Written, id: string, tell: Tell, level?: 3 | 4) => Html | null;
}

export function kind<Config>({
  attributes = {},
  read,
  figure,
  whole,
  data,
  within = [],
  hasHeading = true,
  ...named
}: KindOf<Config>): Kind {
  return {
    ...named,
    within,
    hasHeading,
    attributes: {
      ...(whole ? {} : { title: `title="${named.title}"` }),
      id: 'id="a-name"',
      must: "must",
      ...attributes,
    },
    element: (written, id, tell, level = 3) => {
      const config = read(written, tell);
      if (config === null) return null;
      const must = "must" in written.attributes;
      if (whole) return whole(config, { tag: built(tagOf(named.folder)), id, must });
      if (!figure) throw new Error(`The kind ${named.folder} has neither a figure nor a whole of its own.`);
      const title = written.attributes["title"] || named.title;
      const frame = {
        tag: tagOf(named.folder),
        id,
        title,
        config: data ? data(config) : withoutTask(config),
        level: hasHeading ? level : null,
        must,
        ...figure(config, id),
      };
      return frameView(frame);
    },
  };
}

/** The task stands in the frame, and need not stand in the data too. */
function withoutTask(config: unknown): unknown {
  if (typeof config !== "object" || config === null || !("task" in config)) return config;
  const { task, ...read } = config;
  return read;
}

/** Tell of the attributes that a kind does not have, of a value where none is meant, and of an id that none can be. */
export function tellAttributes({ component, attributes }: Kind, written: Written, tell: Tell): void {
  const { must = "", id } = written.attributes;
  if (id !== undefined && !isId(id)) tell(written.place, "an id of small letters, digits and hyphens", `id="${id}"`);
  if (must !== "") tell(written.place, "must alone, without a value", `must="${must}"`);
  for (const key of Object.keys(written.attributes)) {
    if (key in attributes) continue;
    tell(written.place, `at <${component}> no attribute but ${Object.values(attributes).join(", ")}`, `“${key}”`);
  }
}

interface Frame extends Figure {
  readonly tag: string;
  readonly id: string;
  readonly title: string;
  readonly config: unknown;
  /** Of its heading; null where it has none. */
  readonly level: 3 | 4 | null;
  /** What it is for counts for the part of the page that it stands in. */
  readonly must: boolean;
}

/** The frame of a demo, the same for all kinds, with its config as data for the script that makes it live. */
function frameView({ tag, id, title, task = "", host, result, config, level, must }: Frame): Html {
  const name = built(tag);
  if (level === null) {
    return html`<${name} class="demo" role="group" aria-label="${title}" data-state="static" data-client="${id}"${must && html` data-must`}>
<div class="task">${built(task)}</div>
<div class="result">${result}</div>
<script type="application/json">${jsonInScript(config)}</script>
</${name}>`;
  }
  const heading = built(`h${level}`);
  const line = host === undefined ? "" : html`<p class="host-line">${host}</p>`;
  return html`<${name} class="demo wide" role="group" aria-labelledby="${id}-title" data-state="static"${host !== undefined && html` data-host="build"`} data-client="${id}"${must && html` data-must`}>
<div class="head"><${heading} id="${id}-title">${title}</${heading}>${line}</div>
<div class="task">${built(task)}</div>
<div class="result">${result}</div>
<script type="application/json">${jsonInScript(config)}</script>
</${name}>`;
}

/**
 * JSON that cannot end the script element that it stands in (HTML, "Restrictions for contents of script elements"). All other
 * tags stay as they are, for so the text is like that of the figure, and both weigh little more than one.
 */
export function jsonInScript(data: unknown): Html {
  return built(JSON.stringify(data).replaceAll(/<(?=!--|\/?script)/gi, "\\u003c"));
}
