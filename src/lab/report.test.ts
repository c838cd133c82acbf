import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldValue, type ResponseMessage } from "../http/message/message.ts";
import { requestOf } from "../library/engine/ask.ts";
import { pagePolicy } from "../library/site/page.ts";
import { memoryStore } from "./library-store.ts";
import { usualSettings } from "./protocol.ts";
import { report } from "./report.ts";

/** What is reported when somebody gives this answer in the library's place. */
async function reportOf(answer: ResponseMessage | null) {
  const store = memoryStore();
  await store.configure("guest", { ...usualSettings, held: true });
  const occasion = { id: "1", client: "guest", destination: "iframe", host: "worker" } as const;
  return report(requestOf("GET /books/7"), occasion, store, async () => answer);
}

const page: ResponseMessage = {
  version: "HTTP/1.1",
  status: 200,
  reason: "OK",
  fields: [{ name: "Content-Type", value: "text/html", by: "you" }],
  content: "<script>steal()</script>",
};

test("what somebody answers is reported with the policy by which nothing in it runs", async () => {
  const { response } = await reportOf(page);
  assert.equal(response?.content, page.content);
  assert.deepEqual(response?.fields.at(-1), { name: "Content-Security-Policy", value: pagePolicy, by: "page" });
});

test("a looser policy of theirs does not take its place", async () => {
  const loose = { name: "Content-Security-Policy", value: `${pagePolicy} allow-scripts` };
  const { response } = await reportOf({ ...page, fields: [...page.fields, loose] });
  assert.equal(fieldValue(response?.fields ?? [], "Content-Security-Policy"), `${loose.value}, ${pagePolicy}`);
});

test("who hangs up gives no response, and the report says so", async () => {
  const { response, failure } = await reportOf(null);
  assert.equal(response, null);
  assert.match(failure?.text ?? "", /hung up/);
});
