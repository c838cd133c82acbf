/// <reference lib="webworker" />
import { databaseStore } from "../library-store.ts";
import { framePath, labAddress, labName } from "../protocol.ts";
import { answerRequest, frameDocument } from "./answer-request.ts";
import { obey } from "./obey.ts";

declare const self: ServiceWorkerGlobalScope;

const scope = new URL(self.registration.scope);
const store = databaseStore(labName(scope));
const channel = new BroadcastChannel(labName(scope));
const lab = { scope, store, channel };

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => event.waitUntil(obey(event, store)));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const address = labAddress(url, scope);
  if (address) event.respondWith(answerRequest(event.request, address, lab));
  else if (url.pathname === new URL(framePath, scope).pathname) event.respondWith(frameDocument());
});
