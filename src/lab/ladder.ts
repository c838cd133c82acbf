import { failedExchange } from "./exchange-from-report.ts";
import { exchangeId } from "./exchange-id.ts";
import { type Lab, LabError, type Rung } from "./lab.ts";
import type { Held, Report, Settings } from "./protocol.ts";

/** What a rung tells when a navigation of a client's iframe would have missed it. */
export type Strayed = (frame: HTMLIFrameElement, client: string, target: string) => void;

/** Tries one place for the mock server; `reason` says why the one before it failed. Rejects with a LabError. */
export type Climb = (reason: string | null, strayed: Strayed) => Promise<Rung>;

/**
 * A lab on the first of several places that proves that it works. When it stops working, the lab looks for a new place,
 * takes everyone who listens along, and goes on. Rejects with a LabError where no place is left.
 */
export async function ladder(climbs: readonly Climb[]): Promise<Lab> {
  const listeners = new Set<Listener>();
  const settings = new Map<string, Settings>();
  let rung = await climb();
  let mending: Promise<void> | null = null;

  async function climb(): Promise<Rung> {
    const failed: LabError[] = [];
    for (const next of climbs) {
      try {
        return await next(failed.at(-1)?.reason ?? null, strayed);
      } catch (error) {
        if (!(error instanceof LabError)) throw error;
        failed.push(error);
      }
    }
    const reasons = failed.map(({ reason }) => reason).join(", and ");
    throw new LabError(failed[0]?.failure.kind ?? "no-worker", reasons, failed.at(-1)?.remedy ?? "");
  }

  /** Make sure that there is a rung that stands. */
  async function stand(): Promise<void> {
    const before = rung;
    await before.prove().catch(() => mend(before));
  }

  function mend(broken: Rung): Promise<void> {
    if (rung !== broken) return Promise.resolve();
    mending ??= replace().finally(() => {
      mending = null;
    });
    return mending;
  }

  async function replace(): Promise<void> {
    const next = await climb();
    rung.close();
    rung = next;
    for (const listener of listeners) listener.move(rung);
    await Promise.all(Array.from(settings, ([client, its]) => rung.configure(client, its)));
  }

  function strayed(frame: HTMLIFrameElement, client: string, target: string): void {
    lab.open(frame, client, target).catch(() => frame.remove());
  }

  function subscribe(start: (rung: Rung) => () => void): () => void {
    const listener = new Listener(start, rung);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      listener.stop();
    };
  }

  const lab: Lab = {
    get host() {
      return rung.host;
    },
    get reason() {
      return rung.reason;
    },
    get notice() {
      return rung.notice;
    },
    address: (client, target) => rung.address(client, target),
    shown: (frame) => rung.shown(frame),
    answer: (held: Held, response) => rung.answer(held, response),
    waits: (held) => rung.waits(held).catch(() => false),
    watch: (client, hear: (report: Report) => void) => subscribe((rung) => rung.watch(client, hear)),
    // Reports come in the order of their answers, and the proof's comes last.
    caughtUp: () => rung.prove().catch(() => {}),
    attend: (client, hear: (held: Held) => void) => subscribe((rung) => rung.attend(client, hear)),
    open: async (frame, client, target) => {
      await stand();
      await rung.open(frame, client, target);
    },
    reload: async (frame, client) => {
      const before = rung;
      await stand();
      if (rung === before) await rung.reload(frame, client);
      else await rung.open(frame, client, before.shown(frame) ?? "/");
    },
    configure: async (client, its) => {
      settings.set(client, its);
      await stand();
      await rung.configure(client, its);
    },
    reset: async () => {
      await stand();
      await rung.reset();
    },
    send: async (client, request, interaction) => {
      const first = rung;
      const id = exchangeId();
      const exchange = await first.send(client, request, interaction, id);
      if (!first.lost(exchange)) return exchange;
      try {
        await stand();
        return await rung.send(client, request, interaction, id);
      } catch (error) {
        if (!(error instanceof LabError)) throw error;
        return failedExchange(id, client, request, interaction, error.failure, rung.host);
      }
    },
  };
  return lab;
}

/** Somebody who listens, on whichever rung. */
class Listener {
  stop: () => void;
  readonly #start: (rung: Rung) => () => void;

  constructor(start: (rung: Rung) => () => void, rung: Rung) {
    this.#start = start;
    this.stop = start(rung);
  }

  move(rung: Rung): void {
    this.stop();
    this.stop = this.#start(rung);
  }
}
