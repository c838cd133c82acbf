import { exchangeId } from "../exchange-id.ts";
import { answerLimit } from "../limits.ts";
import { type Held, libraryOf, type Report, type Settings, usualSettings } from "../protocol.ts";
import { failedExchange } from "./failed-exchange.ts";
import { type Lab, LabError, type Place } from "./lab.ts";

/** What a place calls when a navigation of a client's iframe would have missed it. */
export type Missed = (frame: HTMLIFrameElement, client: string, target: string) => void;

/** As many changes of the library as a page remembers. */
const changeLimit = 20;

/** Tries one place for the mock server; `reason` says why the one before it failed. Rejects with a LabError. */
export type FindPlace = (reason: string | null, missed: Missed) => Promise<Place>;

/**
 * A lab on the first of several places that proves that it works. When it stops working, the lab looks for a new place,
 * takes everyone who listens along, and goes on. Rejects with a LabError where no place is left.
 */
export async function withFallback(places: readonly FindPlace[]): Promise<Lab> {
  const listeners = new Set<Listener>();
  const settings = new Map<string, Settings>();
  let place = await find();
  let mending: Promise<void> | null = null;

  async function find(): Promise<Place> {
    const failed: LabError[] = [];
    for (const findIn of places) {
      try {
        return await findIn(failed.at(-1)?.reason ?? null, missed);
      } catch (error) {
        if (!(error instanceof LabError)) throw error;
        failed.push(error);
      }
    }
    const reasons = failed.map(({ reason }) => reason).join(", and ");
    throw new LabError(failed[0]?.failure.kind ?? "no-worker", reasons, failed.at(-1)?.remedy ?? "");
  }

  /** Make sure that the server answers where it is, or bring it to a place where it does. */
  async function ensure(): Promise<void> {
    const before = place;
    await before.prove().catch(() => mend(before));
  }

  function mend(broken: Place): Promise<void> {
    if (place !== broken) return Promise.resolve();
    mending ??= replace().finally(() => {
      mending = null;
    });
    return mending;
  }

  async function replace(): Promise<void> {
    const next = await find();
    place.close();
    place = next;
    for (const listener of listeners) listener.move(place);
    await Promise.all(Array.from(settings, ([client, its]) => place.configure(client, its)));
  }

  function missed(frame: HTMLIFrameElement, client: string, target: string): void {
    lab.open(frame, client, target).catch(() => frame.remove());
  }

  function subscribe(start: (place: Place) => () => void): () => void {
    const listener = new Listener(start, place);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      listener.stop();
    };
  }

  let changes: readonly Report[] = [];
  subscribe((place) =>
    place.watch(null, (told) => {
      const hasChanged = told.steps.some((step) => step.kind === "run" && step.changes.length > 0);
      if (hasChanged && libraryOf(told.client) === "") changes = [...changes, told].slice(-changeLimit);
    }),
  );

  const lab: Lab = {
    get changes() {
      return changes;
    },
    get host() {
      return place.host;
    },
    get reason() {
      return place.reason;
    },
    get notice() {
      return place.notice;
    },
    address: (client, target) => place.address(client, target),
    shown: (frame) => place.shown(frame),
    answer: (held: Held, response) => place.answer(held, response),
    waits: (held) => place.waits(held).catch(() => false),
    watch: (client: string | null, hear: (report: Report) => void) => subscribe((place) => place.watch(client, hear)),
    // Reports come in the order of their answers, and the proof's comes last.
    patience: (client) => answerLimit(settings.get(client) ?? usualSettings),
    caughtUp: () => place.prove().catch(() => {}),
    attend: (client, hear: (held: Held) => void) => subscribe((place) => place.attend(client, hear)),
    open: async (frame, client, target) => {
      await ensure();
      await place.open(frame, client, target);
    },
    reload: async (frame, client) => {
      const before = place;
      await ensure();
      if (place === before) await place.reload(frame, client);
      else await place.open(frame, client, before.shown(frame) ?? "/");
    },
    configure: async (client, its) => {
      settings.set(client, its);
      await ensure();
      await place.configure(client, its);
    },
    reset: async (client) => {
      await ensure();
      await place.reset(client);
      if (client === undefined || libraryOf(client) === "") changes = [];
    },
    send: async (client, request, interaction) => {
      const first = place;
      const id = exchangeId();
      const exchange = await first.send(client, request, interaction, id);
      if (!first.lost(exchange)) return exchange;
      try {
        await ensure();
        return await place.send(client, request, interaction, id);
      } catch (error) {
        if (!(error instanceof LabError)) throw error;
        return failedExchange(id, client, request, interaction, error.failure, place.host);
      }
    },
  };
  return lab;
}

/** Somebody who listens, on whichever place. */
class Listener {
  stop: () => void;
  readonly #start: (place: Place) => () => void;

  constructor(start: (place: Place) => () => void, place: Place) {
    this.#start = start;
    this.stop = start(place);
  }

  move(place: Place): void {
    this.stop();
    this.stop = this.#start(place);
  }
}
