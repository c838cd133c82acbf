import { execFile } from "node:child_process";
import { parseResponse } from "../src/http/parse-message.ts";
import { memoryStore } from "../src/lab/library-store.ts";
import { missing } from "../src/lab/node/foreign-clients.ts";
import { library, startMockServer } from "../src/lab/node/mock-server.ts";
import { expect, test } from "./site.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("who copies cURL learns that no terminal reaches the browser's server, and gets a command for a real one", async ({
  open,
  page,
}) => {
  await open();
  const exchange = page.locator("#stage-3 http-exchange").first();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect(exchange.getByRole("button", { name: "Copy for" })).toHaveCount(0);

  await exchange.getByRole("button", { name: "Copy as cURL" }).click();
  await expect(exchange.getByRole("status")).toContainText("a terminal cannot reach it");
  await expect(exchange.getByRole("status")).toContainText("npm run mock");
  expect(await copied()).toMatch(/^curl 'http:\/\/library\.example\/books'|^curl http:\/\/library\.example\/books/);

  await exchange.getByRole("button", { name: "Copy for 127.0.0.1:8080" }).click();
  await expect(exchange.getByRole("status")).toContainText("answers as long as “npm run mock” runs");
  const command = await copied();
  expect(command).toContain("http://127.0.0.1:8080/books");

  await test.step(`curl answers the command${missing("curl") ? `: left out, for ${missing("curl")}` : ""}`, async () => {
    if (missing("curl")) return;
    const server = await startMockServer(library(memoryStore(), () => {}));
    const output = await shell(command.replace("http://127.0.0.1:8080/", server.url));
    await server.close();
    expect(parseResponse(output).status).toBe(201);
  });
});

function shell(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("sh", ["-c", `${command} --silent`], (error, output) => (error ? reject(error) : resolve(output)));
  });
}
