import type { Field } from "../../http/message/message.ts";
import { runBlock } from "../../lab/run-block.ts";
import { kind } from "../kit/kind.ts";
import { partName } from "../kit/written.ts";
import { thisPageFigure } from "./figure.ts";

/** The cycle that brought the reader’s own page. Texts are HTML. */
export interface ThisPageConfig {
  readonly task: string;
  /** What the mock server answers to GET /books/1 when the page is built, to be set beside the host’s own answer. */
  readonly mock: { readonly start: string; readonly fields: readonly Field[] };
}

export const thisPage = kind<ThisPageConfig>({
  component: "ThisPage",
  folder: "this-page",
  title: "The cycle that brought this page",
  read({ parts }, tell) {
    const task: string[] = [];
    for (const part of parts) {
      if (part.kind === "paragraph") task.push(part.html);
      else tell(part.place, "paragraphs inside <ThisPage>", partName(part));
    }
    return { task: task.join(""), mock: mockAnswer() };
  },
  figure: thisPageFigure,
});

function mockAnswer(): ThisPageConfig["mock"] {
  const [run] = runBlock("GET /books/1\nAccept: text/html");
  const response = run?.exchange.response;
  if (!response) throw new Error("Expected a response of the library to GET /books/1; found none.");
  const { version, status, reason, fields } = response;
  return { start: `${version} ${status} ${reason}`, fields: fields.map(({ name, value }) => ({ name, value })) };
}
