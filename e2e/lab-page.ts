// The script of a page without a lesson, on which tests reach the lab itself.
import "../src/demos/mini-browser/element.ts";
import type { Exchange } from "../src/http/exchange.ts";
import type { RequestMessage } from "../src/http/message/message.ts";
import { connect } from "../src/lab/page/connect.ts";
import type { Report } from "../src/lab/protocol.ts";

const reports: Report[] = [];

/** What tests call in the page. */
const labBench = {
  connect,
  /** Everything that was heard of the clients that `listen` was asked for. */
  reports,
  listen: async (...clients: string[]): Promise<void> => {
    const lab = await connect();
    for (const client of clients) lab.watch(client, (report) => reports.push(report));
  },
  /** Fire one request as its first line and its content say: `GET /books`. */
  send: async (line: string, content = "", client = "reader"): Promise<Exchange> => {
    const [method = "", target = ""] = line.split(" ");
    const type = content.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    const fields = [
      { name: "Accept", value: "application/json" },
      ...(content ? [{ name: "Content-Type", value: type }] : []),
    ];
    const request: RequestMessage = { method, target, version: "HTTP/1.1", fields, content };
    const lab = await connect();
    return lab.send(client, request, { kind: "script", text: "" });
  },
};

declare global {
  var bench: LabBench;
}

export type LabBench = typeof labBench;

globalThis.bench = labBench;
