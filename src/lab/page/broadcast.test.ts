import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { memoryStore } from "../library-store.ts";
import type { Held, Report } from "../protocol.ts";
import { report } from "../report.ts";
import { readBroadcast } from "./broadcast.ts";

const request = {
  method: "POST",
  target: "/books",
  version: "HTTP/1.1",
  fields: [{ name: "Content-Type", value: "application/json" }],
  content: '{"title": "Dune"}',
};
const occasion = { id: "1", client: "reader", destination: "", host: "worker" } as const;
const told: Report = await report(request, occasion, memoryStore(), () => Promise.reject(new Error("held")));
const held: Held = { type: "held", id: "1", client: "reader", request, destination: "iframe" };

test("what a worker and a page say to each other is heard", async () => {
  const off = memoryStore();
  await off.configure("reader", { off: true, network: 0, server: 0, held: false });
  const failed = await report(request, occasion, off, () => Promise.reject(new Error("held")));
  assert.equal(failed.failure?.kind, "server-off");
  for (const said of [
    told,
    failed,
    held,
    { type: "here", id: "1" },
    { type: "answer", id: "1", response: told.response },
    { type: "answer", id: "1", response: null },
  ]) {
    assert.equal(readBroadcast(said), said);
  }
});

test("what another version says is not heard", () => {
  assert.equal(readBroadcast({ ...told, version: "0" }), null);
});

test("a broadcast with any of its parts missing, or of another kind, is not heard", () => {
  for (const whole of [told, held, told.request, told.response]) {
    for (const name of Object.keys(whole ?? {})) {
      for (const wrong of [undefined, 7n, {}, [null], [{}]]) {
        const spoilt = { ...whole, [name]: wrong };
        const said =
          whole === told.request
            ? { ...told, request: spoilt }
            : whole === told.response
              ? { type: "answer", id: "1", response: spoilt }
              : spoilt;
        assert.equal(readBroadcast(said), null, `${name}: ${JSON.stringify(wrong, (_, value) => String(value))}`);
      }
    }
  }
  for (const steps of [
    [null],
    [{ kind: "run", text: "", handler: null, reads: [], changes: [{}] }],
    [{ kind: "toString" }],
  ]) {
    assert.equal(readBroadcast({ ...told, steps }), null);
  }
});

test("anything else is not heard, and nothing is thrown", () => {
  const types = fc.constantFrom("exchange", "held", "answer", "here", "constructor", "__proto__");
  const anything = fc.oneof(fc.anything(), fc.record({ type: types, id: fc.anything(), request: fc.anything() }));
  fc.assert(
    fc.property(anything, (data) => {
      const said = readBroadcast(data);
      assert.ok(said === null || (said.type === "here" && typeof said.id === "string"));
    }),
  );
});
