import type { Happening } from "../../http/block/expectations.ts";
import { completeRequest } from "../../http/complete-request.ts";
import type { Exchange } from "../../http/exchange.ts";
import { followsRedirect, recordedInteraction } from "../../http/interaction.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { outcomeOf } from "../../http/outcome.ts";
import { buildClock } from "../../lab/run-block.ts";
import { serve } from "../../library/engine/serve.ts";
import { type Library, seed } from "../../library/site/library.ts";
import { visitsOf } from "../what-comes-back/visit.ts";
import { following } from "./follow.ts";
import type { ReaderAct, TaskBlock } from "./task-block.ts";

/**
 * Libraries on which a task must be solved: the one that a reader begins with, and one that has seen other readers. In that, what
 * is made gets other numbers, and so has each of the first books that the task does not name by its address.
 */
export function librariesFor(task: TaskBlock): readonly Library[] {
  const named = new Set([...JSON.stringify(task).matchAll(/\bbooks\/(\d+)/g)].map(([, number]) => Number(number)));
  const books = seed.books.map((book) => (named.has(book.id) ? book : { ...book, id: book.id + 20 }));
  return [seed, { ...seed, books, nextBook: 41, visitors: [{ id: 7, visits: 2 }], nextVisitor: 8 }];
}

/** What a reader's acts come to, one after the other, on a library. Another client sends its requests after the first. */
export function perform(
  acts: readonly ReaderAct[],
  meanwhile: readonly RequestMessage[],
  library: Library,
): readonly Happening[] {
  let state = library;
  let earlier: readonly Exchange[] = [];
  const ask = (request: RequestMessage, isFollowed = false): Exchange => {
    const served = serve(request, state, buildClock);
    state = served.state;
    const interaction = isFollowed ? followsRedirect : recordedInteraction(request);
    return {
      id: "task",
      client: "build",
      host: "build",
      interaction,
      request,
      dropped: [],
      steps: served.steps,
      response: served.response,
      failure: null,
      outcome: outcomeOf(request, served.response, interaction),
      times: null,
    };
  };
  const opened: string[] = [];
  return acts.map((act, index) => {
    const cycles = act.kind === "send" ? sent(act.request, ask) : visited(act.address, opened, ask);
    const happening = { cycles, earlier, library: state };
    earlier = [...earlier, ...cycles];
    if (index === 0) for (const request of meanwhile) ask(request);
    return happening;
  });
}

type Ask = (request: RequestMessage, isFollowed?: boolean) => Exchange;

/** The cycles of a message that a script sends: its own, and those of the redirects that fetch follows. */
function sent(request: RequestMessage, ask: Ask): readonly Exchange[] {
  const cycles = [ask(request)];
  for (let next = following(cycles); next; next = following(cycles)) cycles.push(ask(next, true));
  return cycles;
}

/**
 * The cycles of a page that the small browser opens, given what it opened before, of which it has kept copies: none where only the
 * fragment is another than that of the page on show.
 */
function visited(address: string, opened: string[], ask: Ask): readonly Exchange[] {
  const [target = "", fragment] = address.split("#");
  if (fragment !== undefined && target === opened.at(-1)) return [];
  opened.push(target);
  const get = (to: string, isPart: boolean): Exchange => {
    const fields = [{ name: "Accept", value: isPart ? "*/*" : "text/html, */*;q=0.8" }];
    return ask(completeRequest({ method: "GET", target: to, version: "HTTP/1.1", fields, content: "" }));
  };
  return visitsOf(opened, get).at(-1)?.cycles ?? [];
}
