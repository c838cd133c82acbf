import { type Html, html } from "../../html.ts";
import type { KeptGuess } from "../kit/kept.ts";
import type { HeldBelief, Report, TriedTask } from "./work-file.ts";

/** Gives a task its name, as far as it is known. */
export type Naming = (task: TriedTask) => string;

/** The report as it stands in the page. */
export function reportView({ tasks, beliefs }: Report, nameOf: Naming): Html {
  return html`<p>This is your own report: your browser wrote it down, and nobody has checked it.</p><p class="label">Tasks</p>${
    tasks.length === 0
      ? html`<p class="note">None tried so far.</p>`
      : html`<ul>${tasks.map(
          (task) =>
            html`<li><strong>${nameOf(task)}</strong>: ${taskLine(task)}${
              task.solvedBy !== null &&
              html`<details><summary>The messages that solved it</summary><pre role="group" aria-label="The messages of ${nameOf(task)}" tabindex="0"><code>${task.solvedBy}</code></pre></details>`
            }</li>`,
        )}</ul>`
  }<p class="label">What you believed, and what changed it</p>${
    beliefs.length === 0
      ? html`<p class="note">None so far.</p>`
      : html`<ul>${beliefs.map((story) => html`<li><q>${story.belief}</q> ${beliefLines(story).join(" ")}</li>`)}</ul>`
  }`;
}

/** The same as plain text. */
export function reportText({ tasks, beliefs }: Report, nameOf: Naming): string {
  const done = tasks.map((task) => {
    const messages = task.solvedBy === null ? "" : `\n\n${task.solvedBy.trimEnd().replace(/^/gm, "    ")}\n`;
    return `- ${nameOf(task)}: ${taskLine(task)}${messages}`;
  });
  const believed = beliefs.map((story) => `- “${story.belief}” ${beliefLines(story).join(" ")}`);
  return [
    "My work. This is the reader’s own report: a browser wrote it down, and nobody has checked it.",
    "",
    "Tasks",
    ...(done.length > 0 ? done : ["None tried so far."]),
    "",
    "What you believed, and what changed it",
    ...(believed.length > 0 ? believed : ["None so far."]),
  ].join("\n");
}

/** What a reader said first, what they said when the belief no longer showed, and where it stands now. */
function beliefLines({ first, changed, latest, isHeld }: HeldBelief): readonly string[] {
  const said = ({ asked, expected }: KeptGuess): string => `to “${asked}” you said “${expected}”`;
  const now = !changed
    ? "Nothing you did since has changed it."
    : isHeld
      ? `Changed for a while: ${said(changed)}. But at last it was back: ${said(latest)}.`
      : `Changed: ${said(changed)}.`;
  return [`At first ${said(first)}.`, now];
}

function taskLine({ tries, solvedBy }: TriedTask): string {
  return solvedBy === null ? `not yet, after ${tries} ${tries === 1 ? "try" : "tries"}.` : `solved at try ${tries}.`;
}
