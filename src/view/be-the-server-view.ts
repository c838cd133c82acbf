import { type Html, html } from "../html.ts";
import type { RequestMessage, ResponseMessage } from "../http/message.ts";
import { requestNotes, responseNotes } from "../http/notes.ts";
import { writtenResponse } from "../http/written-response.ts";
import { answerForm, clientHappening, draftHead, drafts } from "./answer-view.ts";
import { letterView } from "./message-view.ts";

/** The target that the client of the demo asks for first. */
export const firstTarget = "/books/7";

/** The `<be-the-server>` element as the build writes it: some answers, and what a browser makes of each. */
export function beTheServerElement(): Html {
  const rows = drafts.map((draft) => {
    const { text, why } = clientHappening(writtenResponse(draft));
    return html`<tr><th scope="row">${draft.name}</th><td class="own-line">${draftHead(draft)}</td><td class="own-line"><strong>${text}</strong> ${why}</td></tr>`;
  });
  return html`<be-the-server class="demo wide" role="group" aria-label="Be the server" data-state="static" data-host="build"><div class="exchange-head"><p class="exchange-title">Be the server</p><p class="host-line"></p></div><p role="status"></p><div class="result"><section class="ledger drafts" aria-label="Answers to choose from" tabindex="0"><table><caption>The client asks for <code>${firstTarget}</code>. What you may answer, and what it shows then</caption><thead><tr><th scope="col">Your answer</th><th scope="col">How it begins</th><th scope="col">What the client shows</th></tr></thead><tbody>${rows}</tbody></table></section></div><p class="about note">A server is whatever answers. It may be a program, or you: the client cannot tell, for it sees only the message.</p></be-the-server>`;
}

/** Where the reader works: the client on the left, the server’s desk on the right, the record below. */
export function workplaceView(client: string): Html {
  return html`<div class="counter"><div data-actor="client"><p class="label actor">The client</p><mini-browser data-client="${client}" data-name="The client" data-home="${firstTarget}" data-quiet></mini-browser></div><div class="desk" data-actor="server"><p class="label actor">The server: you</p><div class="inbox"></div><form class="answer" aria-label="Your answer">${answerForm(
    client,
  )}<div class="question whole"></div><div class="controls whole"><button class="primary">Answer</button><button type="button" value="library">Let the library answer</button><button type="button" value="hang-up">Hang up</button></div></form><div class="sent"></div></div></div><div class="record"></div>`;
}

/** The request that waits, and why it came; null where none does. `others` is how many wait behind it. */
export function inboxView(request: RequestMessage | null, why: string, others: number): Html {
  if (!request) {
    return html`<p><strong>Nothing waits.</strong> You cannot begin: a server only answers. The client has to ask first.</p>`;
  }
  return html`<p><strong>A request waits for you.</strong> ${why}${
    others > 0 && ` Behind it ${others === 1 ? "one more waits" : `${others} more wait`}.`
  }</p>${letterView(requestNotes(request, "browser"))}`;
}

/** An answer as it went out, with who wrote each line. */
export function sentView(response: ResponseMessage, isReaders: boolean): Html {
  const notes = responseNotes(response).map((note) =>
    isReaders && note.by === "server" ? { ...note, by: "you" as const } : note,
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
