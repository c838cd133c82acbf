import { built, type Html, html } from "../../html.ts";
import { authorsOf } from "../../http/complete-request.ts";
import { actOf } from "../../http/interaction.ts";
import type { RequestMessage, ResponseMessage } from "../../http/message/message.ts";
import { requestNotes, responseNotes } from "../../http/notes.ts";
import { notYetAsked } from "../kit/about-server.ts";
import type { Figure } from "../kit/kind.ts";
import { letterView } from "../kit/message-view.ts";
import type { BeTheServerConfig, Draft } from "./config.ts";
import { responseOf, shownAfter } from "./shown.ts";

/** The demo without a script: the answers to start from, and what a browser makes of each. */
export function beTheServerFigure({ task, request, drafts }: BeTheServerConfig): Figure {
  const rows = drafts.map((draft) => {
    const { text, why } = shownAfter(responseOf(draft));
    return html`<tr>
<th scope="row">${draft.name}${draft.status && `: ${draft.status}`}</th>
<td class="own-line"><strong>${text}</strong> ${why}${built(draft.why)}</td>
</tr>`;
  });
  return {
    task,
    host: notYetAsked,
    result: html`<section class="ledger drafts" role="group" aria-label="Answers to choose from" tabindex="0"><table>
<caption>The client asks for <code>${request.target}</code>. What you may answer, and what it shows then</caption>
<thead><tr><th scope="col">Your answer</th><th scope="col">What the client shows</th></tr></thead>
<tbody>${rows}</tbody>
</table></section>`,
  };
}

/** What waits at the desk, and the answers to start from. */
export function deskView(drafts: readonly Draft[]): Html {
  const options = drafts.map(
    ({ status, name }, index) => html`<option value="${index}">${status && `${status}: `}${name}</option>`,
  );
  return html`<div class="inbox"></div>
<label class="choose">Start from <select>${options}</select></label>`;
}

/** The parts of an answer, to be written; the client's name sets them apart from others in the page. */
export function answerForm(client: string): Html {
  const described = html`aria-describedby="${client}-error"`;
  return html`<form class="answer writing" aria-labelledby="${client}-title">
<label>Status <input name="status" inputmode="numeric" maxlength="3" autocomplete="off" ${described}></label>
<label>Fields, one on each line <textarea name="fields" rows="2" spellcheck="false" autocapitalize="off" ${described}></textarea></label>
<label class="whole">Content <textarea name="content" rows="3" spellcheck="false" autocapitalize="off" ${described}></textarea></label>
<p class="editor-error" role="alert" id="${client}-error"></p>
</form>`;
}

/** The client's screen, which is asleep until the reader is the server. */
export function clientView(client: string, target: string): Html {
  return html`<div class="client" data-actor="client" inert>
<p class="client-head actor">The client</p>
<mini-browser data-client="${client}" data-name="The client" data-home="${target}" data-quiet></mini-browser>
</div>`;
}

/** The request that waits, and why it came; null where none does. `others` is how many wait behind it. */
export function inboxView(request: RequestMessage | null, why: string, others: number): Html {
  if (!request) {
    return html`<p><strong>Nothing waits.</strong> You cannot begin: a server only answers. The client has to ask first.</p>`;
  }
  const { method, target, version, fields } = request;
  return html`<p><strong>A request waits for you.</strong> ${why}${
    others > 0 && ` Behind it ${others === 1 ? "one more waits" : `${others} more wait`}.`
  }</p>
<details><summary><code>${method} ${target} ${version}</code> and ${fields.length} fields</summary>
${letterView(requestNotes({ ...request, by: authorsOf(actOf(request), request) }))}</details>`;
}

/** An answer as it went out, with who wrote each line. */
export function sentView(response: ResponseMessage, isReaders: boolean): Html {
  const notes = responseNotes(response).map((note) =>
    isReaders && note.by[0] === "server" ? { ...note, by: ["you" as const] } : note,
  );
  const isCookie = response.fields.some(({ name }) => name.toLowerCase() === "set-cookie");
  return html`<p class="label">What went out</p>${letterView(notes)}${
    isReaders &&
    response.content !== "" &&
    html`<p class="note">This demo adds Content-Security-Policy, so that nothing that you write can run as a script.</p>`
  }${
    isCookie &&
    html`<p class="note">Set-Cookie is only drawn: browsers keep no cookie from an answer that was made inside them.</p>`
  }`;
}
