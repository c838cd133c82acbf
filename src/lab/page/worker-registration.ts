import * as limits from "../limits.ts";
import { Late, within } from "../within.ts";
import { LabError } from "./lab.ts";
import { passedBy } from "./passed-by.ts";

/** Register the worker and wait until it is active. Rejects with a LabError. */
export async function registerWorker(workerUrl: URL, scope: URL): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    throw isSecureContext
      ? new LabError("no-worker", "this browser offers no service worker here", "Leave the private window.")
      : new LabError("no-worker", "the page came without encryption", "Open it at an address that begins with https:.");
  }
  try {
    await within(limits.workerStart, activeWorker(workerUrl, scope), "it did not start in time");
  } catch (error) {
    throw new LabError("no-worker", reason(error as Error), "Allow cookies and site data for this page.");
  }
}

/**
 * Throws a LabError where the browser has forgotten the worker, as when site data are cleared. What is loaded already may still be
 * served by it, and so prove nothing: a navigation would go to the host.
 */
export async function mustBeRegistered(workerUrl: URL, scope: URL): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope.href).catch(() => undefined);
  if (registration?.active?.scriptURL !== workerUrl.href) throw passedBy();
}

/** Put the worker that the host has now in the place of an older one. Rejects with `otherwise` where that fails. */
export async function renewWorker(scope: URL, otherwise: LabError): Promise<void> {
  const renewal = async () => {
    const registration = await navigator.serviceWorker.getRegistration(scope.href);
    await registration?.update();
    const fresh = registration?.installing ?? registration?.waiting;
    if (fresh) await activated(fresh);
  };
  await within(limits.workerStart, renewal(), "it did not start in time").catch(() => {
    throw otherwise;
  });
}

async function activeWorker(workerUrl: URL, scope: URL): Promise<void> {
  const options = { scope: scope.href, updateViaCache: "none" } as const;
  // Where a worker is blocked, some browsers resolve to undefined.
  const registration: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register(
    workerUrl,
    options,
  );
  if (!registration) throw new DOMException("it gave no worker back", "SecurityError");
  if (!registration.active) await activated(registration.waiting ?? registration.installing);
}

/** The worker will never be active; the message says why. */
class NotStarted extends Error {}

/** Resolve when the worker is active; reject when it will never be. */
function activated(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new NotStarted("it went away"));
    const check = () => {
      if (worker.state === "activated") resolve();
      else if (worker.state === "redundant") reject(new NotStarted("it was given up"));
    };
    worker.addEventListener("statechange", check);
    check();
  });
}

function reason(error: Error): string {
  const { name, message } = error;
  if (error instanceof NotStarted || error instanceof Late) return `the service worker failed: ${message}`;
  // Chromium's name for it where cookies are blocked is the latter.
  if (name === "SecurityError" || name === "NotSupportedError") return "this browser does not allow the service worker";
  if (name === "TypeError") return "the service worker could not be loaded";
  return "the service worker failed";
}
