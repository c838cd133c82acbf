import { explain } from "../explain/config.ts";
import { DemoIds, idFrom } from "../kit/demo-ids.ts";
import { type Kind, kind, tellAttributes } from "../kit/kind.ts";
import { partName, type Written } from "../kit/written.ts";
import { putInOrder } from "../put-in-order/config.ts";
import { question } from "../question/config.ts";
import { checkFigure } from "./figure.ts";

/** The parts of a check, in their order. The questions among them are asked one at a time. */
export interface CheckConfig {
  readonly task: string;
  readonly parts: readonly { readonly kind: Kind; readonly written: Written }[];
}

const kinds: readonly Kind[] = [putInOrder, question, explain];
const names = kinds.map(({ component }) => `<${component}>`).join(", ");

export const check = kind<CheckConfig>({
  component: "Check",
  folder: "check",
  title: "Check yourself",
  data: () => ({}),
  read({ parts, place }, tell) {
    const task = parts.flatMap((part) => (part.kind === "paragraph" ? [part.html] : []));
    const inner: { kind: Kind; written: Written }[] = [];
    for (const part of parts) {
      if (part.kind === "paragraph") continue;
      const own =
        part.kind === "component" ? kinds.find((each) => each.component === part.written.component) : undefined;
      if (own && part.kind === "component") inner.push({ kind: own, written: part.written });
      else tell(part.place, `paragraphs, ${names} inside <Check>`, partName(part));
    }
    for (const { kind: own, written } of inner) {
      tellAttributes(own, written, tell);
      if ("must" in written.attributes)
        tell(written.place, "must at <Check>, which is done as a whole", `must at <${own.component}>`);
      own.element(written, "part", tell, 4);
    }
    if (inner.length === 0) {
      tell(place, `at least one of ${names} inside <Check>`, "none");
      return null;
    }
    return { task: task.join(""), parts: inner };
  },
  figure: ({ task, parts }, id) => {
    const ids = new DemoIds();
    const elements = parts.flatMap(({ kind: own, written }) => {
      const { id: given, title = own.title } = written.attributes;
      const free = ids.take(`${id}-${given || idFrom(title)}`);
      return own.element(written, free, () => {}, 4) ?? [];
    });
    return checkFigure(task, elements);
  },
});
