import { html } from "../../html.ts";
import { kind } from "../kit/kind.ts";
import { partName } from "../kit/written.ts";

/** The reader's own report of what they did on the site, to print, to hand in, and to take along. */
export const myWork = kind<{ readonly task: string }>({
  component: "MyWork",
  folder: "my-work",
  title: "My work",
  read({ parts }, tell) {
    const task: string[] = [];
    for (const part of parts) {
      if (part.kind === "paragraph") task.push(part.html);
      else tell(part.place, "paragraphs inside <MyWork>", partName(part));
    }
    return { task: task.join("") };
  },
  figure: ({ task }) => ({
    task,
    result: html`<p>Your browser keeps what you do here, and shows it in this place. That needs scripts.</p>`,
  }),
});
