import { asked, readChoices } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import { type Choice, type Choices, partName } from "../kit/written.ts";
import { questionFigure } from "./figure.ts";

/** A question with its choices. Texts are HTML. */
export interface QuestionConfig {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** What is told to everybody who has answered. */
  readonly why: string;
}

export const question = kind<QuestionConfig>({
  component: "Question",
  folder: "question",
  title: "Question",
  hasHeading: false,
  read({ parts, place }, tell) {
    const list = parts.find((part): part is Choices => part.kind === "choices");
    const text: string[] = [];
    const why: string[] = [];
    for (const part of parts) {
      if (part.kind === "paragraph") (parts.indexOf(part) < parts.indexOf(list ?? part) ? text : why).push(part.html);
      else if (part !== list) tell(part.place, "paragraphs and one task list inside <Question>", partName(part));
    }
    if (!list || list.items.length < 2) {
      const found = list ? "one answer only" : "no list";
      tell(place, "at least two answers inside <Question>: - [x] right, - [ ] wrong", found);
      return null;
    }
    if (text.length === 0) tell(place, "a paragraph that asks before the answers", "none");
    for (const choice of list.items) {
      if (choice.why === undefined) {
        tell(choice.place, "feedback under the answer: an indented paragraph that says why", "none");
      }
    }
    const choices = readChoices(list.items, tell, "all that fit").map(asked);
    return { text: text.join(""), choices, why: why.join("") };
  },
  figure: questionFigure,
});
