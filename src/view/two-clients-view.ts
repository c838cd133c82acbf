import { type Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import type { RequestMessage } from "../http/message.ts";
import { aboutServer } from "./about-server.ts";
import { hostLine } from "./exchange-view.ts";
import type { Question } from "./prediction-view.ts";
import {
  addedTitle,
  listedTitles,
  type Moment,
  type Person,
  type Situation,
  situationAfter,
  type Titles,
} from "./two-clients-story.ts";

const names: Readonly<Record<Person, string>> = { ada: "Ada", ben: "Ben" };

const title = "Two clients, one server";

/** How many of the latest moments the roads show. */
const roadLength = 12;

const fields = [
  { name: "Host", value: "library.example", by: "page" },
  { name: "Accept", value: "application/json", by: "page" },
] as const;

/** A client asks for the list of books. */
export const askForList: RequestMessage = { method: "GET", target: "/books", version: "HTTP/1.1", fields, content: "" };

const newBooks = [
  ["Emma", "Jane Austen"],
  ["Kim", "Rudyard Kipling"],
  ["Persuasion", "Jane Austen"],
  ["Dracula", "Bram Stoker"],
] as const;

/** Ada adds a book, the next one of a few; `turn` counts from 0. */
export function addBook(turn: number): RequestMessage {
  const [name, author] = newBooks[turn % newBooks.length] ?? newBooks[0];
  return {
    ...askForList,
    method: "POST",
    fields: [...fields, { name: "Content-Type", value: "application/json", by: "page" }],
    content: JSON.stringify({ title: name, author }),
  };
}

export const question: Question = {
  text: "Ben’s screen shows the list. Ada adds a book. When does Ben’s screen show it?",
  choices: [
    { text: "At once", belief: "The server can start the conversation." },
    { text: "After some seconds", belief: "The server can start the conversation." },
    { text: "When Ben asks again" },
  ],
};

/** The number of the choice that is right. */
export const whenBenAsks = 2;

/** The element without a script: both clients ask, Ada adds a book, Ben waits, and at last Ben asks again. */
export function twoClientsElement(moments: readonly Moment[]): Html {
  return html`<two-clients class="demo wide" role="group" aria-label="${title}" data-state="static" data-host="build"><div class="exchange-head"><p class="exchange-title">${title}</p><p class="host-line">${hostLine(
    cycles(moments)[0] as Exchange,
  )}</p></div><div class="bench"></div><div class="happened">${happenedView(moments)}</div><p class="about note">${aboutServer("build")}</p></two-clients>`;
}

/** What the script adds above the record: what to do, a question, the two screens with the server between, the outcome. */
export function benchView(): Html {
  return html`<p class="todo">Let both ask for the list. Let Ada add a book. Then let Ben wait, as long as you like, before he asks again.</p><div class="guess"></div><div class="parties"><div class="party" data-party="ada"><p class="party-name">Ada, a client</p><div class="screen"></div><div class="controls"><button type="button" value="ada">Ask for the list</button><button type="button" value="add">Add a book</button></div></div><div class="party" data-party="server"><p class="party-name">The server’s data</p><div class="screen"></div></div><div class="party" data-party="ben"><p class="party-name">Ben, a client</p><div class="screen"></div><div class="controls"><button type="button" value="ben">Ask for the list</button><button type="button" value="wait">Wait 3 seconds</button></div></div></div><p role="status"></p><div class="controls"><button type="button" value="afresh">Start again</button></div>`;
}

/** What stands on a screen, or in the server's data. */
export function screenView(known: Titles, isOld: boolean): Html {
  if (!known) return html`<p class="note">Nothing is known yet.</p>`;
  const { titles, since } = known;
  return html`<p class="note">${titles.length} books, as of no. ${since}${isOld && html`. <strong>Older than the server’s data</strong>`}</p><ul>${titles
    .slice(-6)
    .map((each) => html`<li>${each}</li>`)}</ul>`;
}

/** What passed, moment by moment, and, apart from it, the roads on which it travelled. */
export function happenedView(moments: readonly Moment[], forgotten = 0, before?: Situation): Html {
  return html`${ledgerView(moments, forgotten, before)}${roadsView(moments, forgotten)}`;
}

function ledgerView(moments: readonly Moment[], forgotten: number, before: Situation | undefined): Html {
  return html`<section class="ledger" aria-label="What passed" tabindex="0"><table><caption>What passed between the two clients and the server</caption><thead><tr><th scope="col">No.</th><th scope="col">Ada</th><th scope="col">The server</th><th scope="col">Ben</th></tr></thead><tbody>${moments.map(
    (moment, index) => {
      const number = forgotten + index + 1;
      const situation = situationAfter(moments.slice(0, index + 1), forgotten + 1, before);
      return html`<tr><th scope="row">${number}</th>${laneView("ada", moment, situation)}<td data-lane="Server">${serverLaneView(
        moment,
        situation,
      )}</td>${laneView("ben", moment, situation)}</tr>`;
    },
  )}</tbody></table></section>${
    forgotten > 0 && html`<p class="note">Only the latest rows are kept. Older ones dropped so far: ${forgotten}.</p>`
  }`;
}

function laneView(person: Person, moment: Moment, situation: Situation): Html {
  const happened = happenedTo(person, moment, situation);
  return happened ? html`<td data-lane="${names[person]}">${happened}</td>` : html`<td class="nothing">–</td>`;
}

function happenedTo(person: Person, moment: Moment, { ben }: Situation): Html | null {
  if (moment.kind === "wait") {
    if (person === "ada") return null;
    const time = moment.seconds === null ? "Waits, however long." : `Waits ${moment.seconds.toFixed(1)} s.`;
    return html`${time} <strong>${moment.heard === 0 ? "Nothing comes." : `Requests heard: ${moment.heard}.`}</strong>`;
  }
  const { client, request, response, failure } = moment.exchange;
  if (client === person) {
    return html`<code>${request.method} ${request.target}</code> ${
      response
        ? html`<span class="over"><strong>${response.status} ${response.reason}</strong>. Cycle closed.</span>`
        : html`<strong>No response.</strong> ${failure?.text}`
    }`;
  }
  const isNews = person === "ben" && ben !== null && addedTitle(moment.exchange) !== null;
  return isNews
    ? html`<span class="still">Nothing comes: still ${ben.titles.length} books on the screen.</span>`
    : null;
}

function serverLaneView(moment: Moment, { server }: Situation): Html {
  if (moment.kind === "wait") return html`<span class="still">Silent: nobody has asked.</span>`;
  const added = addedTitle(moment.exchange);
  if (added !== null) return html`Adds “${added}”${server && html`, and so has ${server.titles.length} books`}.`;
  const listed = listedTitles(moment.exchange);
  if (listed) return html`Answers with ${listed.length} books.`;
  return moment.exchange.response ? html`Answers.` : html`<span class="still">–</span>`;
}

/** The connections as two roads in time, drawn apart from the cycles that travelled on them. */
function roadsView(moments: readonly Moment[], forgotten: number): Html {
  const first = Math.max(0, moments.length - roadLength);
  const numbered = moments.map((moment, index) => ({ moment, number: forgotten + index + 1 })).slice(first);
  return html`<figure class="roads">${(["ada", "ben"] as const).map((person) => {
    const name = names[person];
    const own = numbered.filter(({ moment }) => moment.kind === "cycle" && moment.exchange.client === person);
    const label =
      own.length === 0
        ? `${name} has no connection yet.`
        : `${name}’s connection stays open. On it, each over: cycle ${own.map(({ number }) => number).join(", ")}.`;
    const from = own[0]?.number ?? Number.POSITIVE_INFINITY;
    return html`<div class="road" role="img" aria-label="${label}"><span class="road-name">${name}’s connection</span>${numbered.map(
      ({ moment, number }) =>
        own.some((each) => each.moment === moment)
          ? html`<span class="trip"><span>${number}</span></span>`
          : html`<span class="${number > from ? "idle" : "none"}"></span>`,
    )}<span class="${own.length > 0 ? "idle end" : "end"}">${own.length > 0 ? "open" : "none yet"}</span></div>`;
  })}<figcaption>The cycles are trips, and each one is over when its response is there. The connection is the road, and it stays open between them. These roads are drawn: the mock server has no network. On a real one, a side that has waited long enough may close the connection, and no cycle ends by that.</figcaption></figure>`;
}

/** The cycles among the moments. */
export function cycles(moments: readonly Moment[]): readonly Exchange[] {
  return moments.flatMap((moment) => (moment.kind === "cycle" ? [moment.exchange] : []));
}
