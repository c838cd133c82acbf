import { kind } from "../kit/kind.ts";
import { partName } from "../kit/written.ts";
import { explainFigure } from "./figure.ts";

/** Something to explain in one's own words. Texts are HTML. */
export interface ExplainConfig {
  readonly task: string;
  readonly model: string;
  /** What a good explanation says. */
  readonly points: readonly string[];
}

export const explain = kind<ExplainConfig>({
  component: "Explain",
  folder: "explain",
  title: "Explain it in your own words",
  read({ parts, place }, tell) {
    const paragraphs: string[] = [];
    const points: string[] = [];
    for (const part of parts) {
      if (part.kind === "paragraph" && points.length === 0) paragraphs.push(part.html);
      else if (part.kind === "choices" && points.length === 0) {
        for (const { text, isRight, why, belief, place: at } of part.items) {
          points.push(text);
          if (isRight) tell(at, "- [ ] at each point, which readers tick themselves", "[x]");
          if (why !== undefined || belief !== undefined) tell(at, "a point alone, without text under it", "more");
        }
      } else {
        tell(part.place, "a task, a model answer and a task list inside <Explain>, in this order", partName(part));
      }
    }
    const [task = "", ...model] = paragraphs;
    if (model.length === 0 || points.length === 0) {
      tell(
        place,
        "a paragraph with the task, paragraphs with a model answer and a task list of points inside <Explain>",
        model.length === 0 ? "no model answer" : "no task list",
      );
      return null;
    }
    return { task, model: model.join(""), points };
  },
  figure: explainFigure,
});
