import { stages } from "../../http/stages.ts";
import type { Steps, Tell } from "./written.ts";

/** A numbered list of the stages: one paragraph for each, as HTML; none where the author wrote no list. */
export function readStageSentences(lists: readonly Steps[], tell: Tell): readonly string[] {
  const [list, second] = lists;
  if (second) tell(second.place, "one numbered list, of the stages", "another one");
  if (!list) return [];
  const sentences = list.items.flatMap(({ place, parts: [part, more] }) => {
    if (part?.kind === "paragraph" && !more) return [part.html];
    tell(place, "one paragraph that says what happens in this stage", more ? "more" : "something else");
    return [];
  });
  if (list.items.length !== stages.length) {
    tell(list.place, `a sentence for each of the ${stages.length} stages`, `${list.items.length}`);
  }
  return sentences;
}
