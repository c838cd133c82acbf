/// <reference lib="webworker" />
import { addResources } from "../../library/site/routes.ts";
import { browserDatabase, databaseStore } from "../library-store.ts";
import { exchangeField, labAddress, labName, workerFile } from "../protocol.ts";
import { siteResources } from "../site-resources.ts";
import { answerPage, answerRequest, brokenOff } from "./answer-request.ts";

declare const self: ServiceWorkerGlobalScope;

addResources(siteResources);

const scope = new URL(self.registration.scope);
const workerUrl = new URL(workerFile, scope).href;
const name = labName(scope);
const lab = { scope, store: databaseStore(() => browserDatabase(name)), channel: new BroadcastChannel(name) };

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { url, headers, destination } = event.request;
  const address = labAddress(new URL(url), scope);
  if (address) event.respondWith(answerRequest(event.request, address, lab).catch(() => brokenOff(event.request)));
  else if (url === workerUrl && (destination === "iframe" || headers.has(exchangeField))) {
    event.respondWith(answerPage(event.request, lab));
  }
});
