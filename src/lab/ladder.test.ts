import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange } from "../http/exchange.ts";
import type { RequestMessage } from "../http/message.ts";
import { failedExchange } from "./exchange-from-report.ts";
import { LabError, type Rung } from "./lab.ts";
import { type Climb, ladder } from "./ladder.ts";
import { usualSettings } from "./protocol.ts";

const request: RequestMessage = { method: "POST", target: "/books", version: "HTTP/1.1", fields: [], content: "" };
const interaction = { kind: "send", text: "" } as const;
const gone = new LabError("not-the-mock", "requests pass by", "Reload the page.");

/** A place for the server that loses requests while `broken` is true, and tells what was asked of it. */
function place(host: "worker" | "page", told: string[], reason: string | null = null) {
  const state = { broken: false };
  const lost = new WeakSet<Exchange>();
  const rung: Pick<Rung, "host" | "reason" | "prove" | "lost" | "send" | "configure" | "watch" | "close"> = {
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
  return { state, rung: rung as Rung };
}

test("the first place that proves itself is taken", async () => {
  const lab = await ladder([async () => place("worker", []).rung]);
  assert.equal(lab.host, "worker");
});

test("where a place fails, the next one is told why", async () => {
  const fails: Climb = async () => {
    throw gone;
  };
  const lab = await ladder([fails, async (reason) => place("page", [], reason).rung]);
  assert.equal(lab.host, "page");
  assert.equal(lab.reason, "requests pass by");
});

test("where every place fails, the error says each reason and what the reader can do last", async () => {
  const fails: Climb = async () => {
    throw new LabError("no-worker", "its code could not be loaded", "Go online.");
  };
  await assert.rejects(
    ladder([async () => Promise.reject(gone), fails]),
    /because requests pass by, and its code could not be loaded\. Go online\./,
  );
});

test("a request that was lost is sent again from the next place, listeners and settings moved along", async () => {
  const told: string[] = [];
  const worker = place("worker", told);
  const lab = await ladder([
    async () => (worker.state.broken ? Promise.reject(gone) : worker.rung),
    async () => place("page", told).rung,
  ]);
  lab.watch("reader", () => {});
  await lab.configure("reader", { ...usualSettings, off: true });
  worker.state.broken = true;
  const exchange = await lab.send("reader", request, interaction);
  assert.equal(exchange.host, "page");
  assert.deepEqual(told, [
    "worker watch",
    "worker configure reader",
    "worker POST with an id",
    "worker close",
    "worker stop",
    "page watch",
    "page configure reader",
    "page POST with an id",
  ]);
});

test("a failure that the server reported itself is no reason to send again", async () => {
  const told: string[] = [];
  const lab = await ladder([async () => place("worker", told).rung]);
  const exchange = await lab.send("reader", request, interaction);
  assert.equal(exchange.failure?.kind, "server-off");
  assert.deepEqual(told, ["worker POST with an id"]);
});

test("where no place is left, the failure says so, and the next request tries again", async () => {
  const worker = place("worker", []);
  const lab = await ladder([async () => (worker.state.broken ? Promise.reject(gone) : worker.rung)]);
  worker.state.broken = true;
  assert.match((await lab.send("reader", request, interaction)).failure?.text ?? "", /Reload the page/);
  worker.state.broken = false;
  assert.equal((await lab.send("reader", request, interaction)).failure?.kind, "server-off");
});
