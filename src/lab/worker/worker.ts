/// <reference lib="webworker" />
import { browserDatabase, databaseStore } from "../library-store.ts";
import { labAddress, labName, workerPath } from "../protocol.ts";
import { answerPage, answerRequest } from "./answer-request.ts";

declare const self: ServiceWorkerGlobalScope;

const scope = new URL(self.registration.scope);
const name = labName(scope);
const lab = { scope, store: databaseStore(() => browserDatabase(name)), channel: new BroadcastChannel(name) };

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const address = labAddress(url, scope);
  if (address) event.respondWith(answerRequest(event.request, address, lab));
  else if (url.href === new URL(workerPath, scope).href) event.respondWith(answerPage(event.request, lab));
});
