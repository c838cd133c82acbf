import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { usualSettings } from "../protocol.ts";
import { failedExchange } from "./failed-exchange.ts";
import { type FindPlace, withFallback } from "./fallback.ts";
import { LabError, type Place } from "./lab.ts";

const request: RequestMessage = { method: "POST", target: "/books", version: "HTTP/1.1", fields: [], content: "" };
const interaction = { kind: "script", text: "" } as const;
const gone = new LabError("not-the-mock", "requests pass by", "Reload the page.");

/** A place for the server that loses requests while `broken` is true, and tells what was asked of it. */
function fakePlace(host: "worker" | "page", told: string[], reason: string | null = null) {
  const state = { broken: false };
  const lost = new WeakSet<Exchange>();
  const place: Pick<Place, "host" | "reason" | "prove" | "lost" | "send" | "configure" | "watch" | "close"> = {
    host,
    reason,
    prove: async () => {
      if (state.broken) throw gone;
    },
    lost: (exchange) => lost.has(exchange),
    send: async (client, request, interaction, id = "") => {
      told.push(`${host} ${request.method} ${id ? "with an id" : ""}`);
      const exchange = failedExchange(id, client, request, interaction, { kind: "server-off", text: "" }, host);
      if (state.broken) lost.add(exchange);
      return exchange;
    },
    configure: async (client) => void told.push(`${host} configure ${client}`),
    watch: () => {
      told.push(`${host} watch`);
      return () => told.push(`${host} stop`);
    },
    close: () => void told.push(`${host} close`),
  };
  return { state, place: place as Place };
}

test("the first place that proves itself is taken", async () => {
  const lab = await withFallback([async () => fakePlace("worker", []).place]);
  assert.equal(lab.host, "worker");
});

test("where a place fails, the next one is told why", async () => {
  const fails: FindPlace = async () => {
    throw gone;
  };
  const lab = await withFallback([fails, async (reason) => fakePlace("page", [], reason).place]);
  assert.equal(lab.host, "page");
  assert.equal(lab.reason, "requests pass by");
});

test("where every place fails, the error says each reason and what the reader can do last", async () => {
  const fails: FindPlace = async () => {
    throw new LabError("no-worker", "its code could not be loaded", "Go online.");
  };
  await assert.rejects(
    withFallback([async () => Promise.reject(gone), fails]),
    /because requests pass by, and its code could not be loaded\. Go online\./,
  );
});

test("a request that was lost is sent again from the next place, listeners and settings moved along", async () => {
  const told: string[] = [];
  const worker = fakePlace("worker", told);
  const lab = await withFallback([
    async () => (worker.state.broken ? Promise.reject(gone) : worker.place),
    async () => fakePlace("page", told).place,
  ]);
  lab.watch("reader", () => {});
  await lab.configure("reader", { ...usualSettings, off: true });
  worker.state.broken = true;
  const exchange = await lab.send("reader", request, interaction);
  assert.equal(exchange.host, "page");
  assert.deepEqual(told, [
    "worker watch",
    "worker watch",
    "worker configure reader",
    "worker POST with an id",
    "worker close",
    "worker stop",
    "page watch",
    "worker stop",
    "page watch",
    "page configure reader",
    "page POST with an id",
  ]);
});

test("a failure that the server reported itself is no reason to send again", async () => {
  const told: string[] = [];
  const lab = await withFallback([async () => fakePlace("worker", told).place]);
  const exchange = await lab.send("reader", request, interaction);
  assert.equal(exchange.failure?.kind, "server-off");
  assert.deepEqual(told, ["worker watch", "worker POST with an id"]);
});

test("where no place is left, the failure says so, and the next request tries again", async () => {
  const worker = fakePlace("worker", []);
  const lab = await withFallback([async () => (worker.state.broken ? Promise.reject(gone) : worker.place)]);
  worker.state.broken = true;
  assert.match((await lab.send("reader", request, interaction)).failure?.text ?? "", /Reload the page/);
  worker.state.broken = false;
  assert.equal((await lab.send("reader", request, interaction)).failure?.kind, "server-off");
});
