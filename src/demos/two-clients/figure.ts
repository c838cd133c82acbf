import { type Html, html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { hostLine } from "../kit/exchange-view.ts";
import type { Figure } from "../kit/kind.ts";
import type { Client, TwoClientsConfig } from "./config.ts";
import {
  addedTitle,
  hasChanged,
  isBehind,
  listedTitles,
  type Moment,
  type Person,
  type Situation,
  situationAfter,
  type Titles,
} from "./story.ts";

/** The names of the two clients, by their place. */
export type Names = readonly [string, string];

/** How many of the latest moments the roads show. */
const roadLength = 12;

const people: readonly Person[] = [0, 1];

/** The demo without a script: both clients ask, the first changes something, the second waits, and at last asks again. */
export function twoClientsFigure(
  { task, clients: [first, second] }: TwoClientsConfig,
  moments: readonly Moment[],
): Figure {
  const [exchange] = cycles(moments);
  return {
    task,
    host: exchange ? hostLine(exchange) : "",
    result: happenedView([first.name, second.name], moments),
  };
}

/** The two screens with the server's data between them, and under each screen what its client can do. */
export function partiesView([first, second]: readonly [Client, Client], wait: string): Html {
  return html`<div class="parties">
${partyView(first, 0, "")}
<div class="party" data-party="server" role="group" aria-label="The server’s data">
<p class="party-name">The server’s data</p><div class="screen"></div>
</div>
${partyView(second, 1, html`<button type="button" data-wait>${wait}</button>`)}
</div>`;
}

function partyView({ name, buttons }: Client, person: Person, more: Html | string): Html {
  const made = buttons.map(
    (each, index) =>
      html`<button type="button" data-client="${person}" data-button="${index}"${person === 0 && index === 0 && html` class="primary"`}>${each.name}</button>`,
  );
  return html`<div class="party" data-party="${person}" role="group" aria-label="${name}, a client">
<p class="party-name">${name}, a client</p><div class="screen"></div>
<div class="buttons">${made}${more}</div>
</div>`;
}

/** What stands on a screen, or in the server's data. */
export function screenView(known: Titles, isOld: boolean): Html {
  if (!known) return html`<p class="note">Has not asked yet.</p>`;
  return listView(known, isOld && html`<strong>Older than the server’s data</strong>`);
}

/** What is known of the server's data: what it last told somebody, and what it was seen to add. */
export function serverView(known: Titles): Html {
  return known ? listView(known, false) : html`<p class="note">Nobody has asked for them yet.</p>`;
}

function listView({ titles, since }: NonNullable<Titles>, remark: Html | false): Html {
  const items = titles.slice(-6).map((each) => html`<li>${each}</li>`);
  return html`<p class="note">${titles.length} titles, from row ${since}${remark && html`. ${remark}`}</p>
<ul>${items}</ul>`;
}

/** What passed, moment by moment, and, apart from it, the roads on which it travelled. */
export function happenedView(names: Names, moments: readonly Moment[], forgotten = 0, before?: Situation): Html {
  return html`${passedView(names, moments, forgotten, before)}${roadsView(names, moments, forgotten)}`;
}

function passedView(names: Names, moments: readonly Moment[], forgotten: number, before: Situation | undefined): Html {
  const rows = moments.map((moment, index) => {
    const situation = situationAfter(moments.slice(0, index + 1), forgotten + 1, before);
    return html`<tr><th scope="row">${forgotten + index + 1}</th>
${laneView(names, 0, moment, situation)}
<td data-lane="Server">${serverLaneView(moment, situation)}</td>
${laneView(names, 1, moment, situation)}</tr>`;
  });
  return html`<section class="ledger" role="group" aria-label="What passed" tabindex="0"><table>
<caption>What passed between the two clients and the server</caption>
<thead><tr><th scope="col">No.</th><th scope="col">${names[0]}</th><th scope="col">The server</th><th scope="col">${names[1]}</th></tr></thead>
<tbody>${rows.reverse()}</tbody>
</table></section>${
    forgotten > 0 && html`<p class="note">Only the latest rows are kept. Older ones dropped so far: ${forgotten}.</p>`
  }`;
}

function laneView(names: Names, person: Person, moment: Moment, situation: Situation): Html {
  const happened = happenedTo(person, moment, situation);
  return happened ? html`<td data-lane="${names[person]}">${happened}</td>` : html`<td class="nothing"></td>`;
}

function happenedTo(person: Person, moment: Moment, { screens }: Situation): Html | null {
  if (moment.kind === "wait") {
    if (moment.client !== person) return null;
    const { seconds, heard, goesOn } = moment;
    const came = html`<strong>${heard === 0 ? "Nothing comes." : `Requests heard: ${heard}.`}</strong>`;
    if (seconds === null) return html`Waits, however long. ${came}`;
    return html`Waits <span${goesOn && html` data-ahead`}>${seconds.toFixed(1)} s. ${came}</span>`;
  }
  const { client, exchange } = moment;
  if (client === person) return cycleView(exchange);
  const screen = screens[person];
  return hasChanged(exchange) && screen !== null
    ? html`<span class="still">Nothing comes: still ${screen.titles.length} titles on the screen.</span>`
    : null;
}

function cycleView({ request, response, failure }: Exchange): Html {
  const came = response
    ? html`<span class="over"><strong>${response.status} ${response.reason}</strong>. Cycle over.</span>`
    : html`<strong>No response.</strong> ${failure?.text}`;
  return html`<code>${request.method} ${request.target}</code> ${came}`;
}

function serverLaneView(moment: Moment, { server }: Situation): Html {
  if (moment.kind === "wait") return html`<span class="still">Silent: nobody has asked.</span>`;
  const { exchange } = moment;
  const added = addedTitle(exchange);
  if (added !== null) return html`Adds “${added}”${server && html`, and so has ${server.titles.length} titles`}.`;
  const listed = listedTitles(exchange);
  if (listed) return html`Answers with ${listed.length} titles.`;
  if (hasChanged(exchange)) return html`Changes its data, and answers.`;
  return exchange.response ? html`Answers.` : html`<span class="still">–</span>`;
}

/** The connections as two roads in time, drawn apart from the cycles that travelled on them. */
function roadsView(names: Names, moments: readonly Moment[], forgotten: number): Html {
  const first = Math.max(0, moments.length - roadLength);
  const numbered = moments.map((moment, index) => ({ moment, number: forgotten + index + 1 })).slice(first);
  const roads = people.map((person) => {
    const own = numbered.filter(({ moment }) => moment.kind === "cycle" && moment.client === person);
    return roadView(names[person], numbered, own);
  });
  return html`<figure class="roads">${roads}<figcaption>The cycles are trips, and each one is over when its response is there. <strong>The connection is the road, and it stays open between them.</strong> These roads are drawn: the mock server has no network. On a real one, a side that has waited long enough may close the connection, and no cycle ends by that.</figcaption></figure>`;
}

interface Numbered {
  readonly moment: Moment;
  readonly number: number;
}

function roadView(name: string, numbered: readonly Numbered[], own: readonly Numbered[]): Html {
  const numbers = own.map(({ number }) => number);
  const label = numbers.length
    ? `${name}’s connection stays open. On it, each over: cycle ${numbers.join(", ")}.`
    : `${name} has no connection yet.`;
  const from = numbers[0] ?? Number.POSITIVE_INFINITY;
  const pieces = numbered.map(({ number }) =>
    numbers.includes(number)
      ? html`<span class="trip"><span>${number}</span></span>`
      : html`<span class="${number > from ? "idle" : "none"}"></span>`,
  );
  const end = html`<span class="${numbers.length ? "idle end" : "end"}">${numbers.length ? "open" : "none yet"}</span>`;
  return html`<div class="road" role="img" aria-label="${label}"><span class="road-name">${name}’s connection</span>${pieces}${end}</div>`;
}

/** The cycles among the moments. */
export function cycles(moments: readonly Moment[]): readonly Exchange[] {
  return moments.flatMap((moment) => (moment.kind === "cycle" ? [moment.exchange] : []));
}

/** Whether a screen shows something else than the server is known to have. */
export function isOld({ screens, server }: Situation, person: Person): boolean {
  return isBehind(screens[person], server);
}
