import type { ListItem } from "mdast";
import { defineMdastPlugin } from "satteri";
import { block, text } from "./jsx.ts";

/**
 * Turns `<Question>` around a task list into a question whose answers open to say why they are right or wrong. The
 * answers are `details` of one name, so this needs no script, and any viewer of markdown shows a list with ticks.
 */
export const questions = () => {
  let asked = 0;
  return defineMdastPlugin({
    name: "questions",
    mdxJsxFlowElement(node) {
      if (node.name !== "Question") return;
      asked += 1;
      const children = node.children.flatMap((child) =>
        child.type === "list" ? child.children.map((item) => answer(item, `question-${asked}`)) : [child],
      );
      return block("div", { class: "question", role: "group", "aria-label": `Question ${asked}` }, children);
    },
  });
};

function answer(item: ListItem, name: string) {
  const [said, ...why] = item.children;
  const verdict = item.checked ? "Right." : "Not so.";
  return block("details", { name, class: item.checked ? "right" : "wrong" }, [
    block("summary", {}, said?.type === "paragraph" ? said.children : []),
    block("p", { class: "verdict" }, [text(verdict)]),
    ...why,
  ]);
}
