import type { Exchange } from "../../http/exchange.ts";
import { fieldValue, type ResponseMessage } from "../../http/message/message.ts";
import { libraryOrigin } from "../../http/message/whole-request.ts";
import { bringsNothing } from "../../http/rules/content.ts";
import { isOk, nextOfFetch } from "../../http/rules/fetch-promise.ts";

/** What a browser did to show a target: the requests that it made, in order, and the parts that it took from its own copies. */
export interface Visit {
  readonly cycles: readonly Exchange[];
  readonly copies: readonly string[];
}

/** A visit in figures, so that two can be compared. */
export interface VisitRecord {
  /** Of the answers to the visit itself, without those for parts; null where no response came. */
  readonly statuses: readonly (number | null)[];
  readonly parts: number;
  readonly copies: number;
}

/** The cycles of the visit itself; each other one brought a part of its page. */
export function pagesOf({ cycles }: Pick<Visit, "cycles">): readonly Exchange[] {
  return cycles.filter(({ interaction }) => interaction.kind !== "part");
}

export function recordOf(visit: Visit): VisitRecord {
  const pages = pagesOf(visit);
  return {
    statuses: pages.map(({ response }) => response?.status ?? null),
    parts: visit.cycles.length - pages.length,
    copies: visit.copies.length,
  };
}

/** Whether a visit came to what was recorded, as far as a question is about it: its cycles where it counts them, else its answers. */
export function isAsRecorded(now: VisitRecord, record: VisitRecord, isAboutCycles: boolean): boolean {
  const cycles = ({ statuses, parts }: VisitRecord): number => statuses.length + parts;
  return isAboutCycles ? cycles(now) === cycles(record) : hasSameAnswers(now, record);
}

/** Whether the visit itself, without its parts, was answered by the same statuses. */
export function hasSameAnswers(now: VisitRecord, record: VisitRecord): boolean {
  return now.statuses.join() === record.statuses.join();
}

/**
 * The visits of targets, one after the other, by a browser that asks by `ask`: it follows redirects, asks for the parts that a
 * page names, and takes those from its copies that are still fresh (RFC 9111 section 4.2).
 */
export function visitsOf(
  targets: readonly string[],
  ask: (target: string, isPart: boolean) => Exchange,
): readonly Visit[] {
  const fresh = new Set<string>();
  return targets.map((target): Visit => {
    const pages: Exchange[] = [];
    for (let next: string | null = target; next !== null; next = nextOfFetch(pages)) pages.push(ask(next, false));
    const last = pages.at(-1);
    const named = last?.response ? partsOf(last.request.target, last.response) : [];
    const copies = named.filter((part) => fresh.has(part));
    const parts = named.filter((part) => !fresh.has(part)).map((part) => ask(part, true));
    for (const { request, response } of parts) if (response && isKept(response)) fresh.add(request.target);
    return { cycles: [...pages, ...parts], copies };
  });
}

/** The targets of the style sheets and pictures that a page names. */
function partsOf(target: string, { fields, content }: ResponseMessage): readonly string[] {
  if (!(fieldValue(fields, "Content-Type") ?? "").startsWith("text/html")) return [];
  const named = [...content.matchAll(/<(?:link rel="stylesheet" href|img\b[^>]* src)="([^"]+)"/g)];
  return [...new Set(named.map(([, url = ""]) => new URL(url, libraryOrigin + target).pathname))];
}

function isKept({ fields }: ResponseMessage): boolean {
  return /\bmax-age=[1-9]/.test(fieldValue(fields, "Cache-Control") ?? "");
}

/** What came of a visit, in short sentences: the answer, the cycles that it took, where the browser is, what fetch made of it. */
export function visitLine(visit: Visit, address: string | null = null): string {
  const pages = pagesOf(visit);
  const last = pages.at(-1);
  if (!last?.response) return "No response, so there is no status code. A promise of fetch rejects.";
  const answers = pages.map(({ response }) => (response ? `${response.status} ${response.reason}` : "no response"));
  const { status, fields } = last.response;
  const type = fieldValue(fields, "Content-Type");
  const said = [`${answers.join(", then ")}, ${type ?? "without content"}.`, cyclesLine(visit)];
  if (address !== null && bringsNothing(status)) said.push(`You are still at ${address}.`);
  else if (address !== null && pages.length > 1) said.push(`You are at ${address}.`);
  if (!isOk(status)) said.push("A promise of fetch is fulfilled all the same, with ok false.");
  return said.join(" ");
}

function cyclesLine(visit: Visit): string {
  const { parts, copies } = recordOf(visit);
  const { length } = visit.cycles;
  const all = length === 1 ? "One cycle" : `${numbers[length] ?? length} cycles`;
  const ofParts = parts === 0 ? "" : `, ${parts} of them for ${parts === 1 ? "a part" : "parts"} of the page`;
  const fromCopies =
    copies === 0 ? "" : ` ${copies} ${copies === 1 ? "part" : "parts"} came from copies, without a cycle.`;
  return `${all}${ofParts}.${fromCopies}`;
}

const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six"];
