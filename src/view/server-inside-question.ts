import type { Exchange } from "../http/exchange.ts";
import type { Happening, Question } from "./prediction-view.ts";

/** Asked before a request goes into the server. */
export const changeQuestion: Question = {
  text: "Before you press Send: will this request change the server’s data?",
  choices: [
    { text: "Yes, it will", belief: "Every request does something to the server." },
    { text: "No, it will not", belief: "A server only looks things up and sends them." },
  ],
};

/** Whether it did, and why. */
export function changeHappening({ request, response, steps }: Exchange): Happening {
  const run = steps.find((step) => step.kind === "run");
  const changes = run?.changes ?? [];
  const status = response?.status ?? 0;
  if (changes.length > 0) {
    const why = `${request.method} asks for a change, and the handler ${run?.handler} made it.`;
    return { choice: 0, text: `It changed ${changes.map(({ path }) => path).join(" and ")}.`, why };
  }
  const why =
    run?.handler && status < 400
      ? `${request.method} asks only to read, and the handler keeps to that.`
      : run?.handler
        ? `The handler ${run.handler} found a reason to refuse, so it changed nothing.`
        : "No route fits both the path and the method, so no handler ran.";
  return { choice: 1, text: "It changed nothing.", why };
}
