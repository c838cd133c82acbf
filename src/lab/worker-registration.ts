import { LabError } from "./lab.ts";
import { within } from "./within.ts";

/** Milliseconds from asking for the worker until it is active; its file has to be loaded first. */
const patience = 8000;

/** Register the worker and wait until it is active. Rejects with a LabError. */
export async function registerWorker(workerUrl: URL, scope: URL): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    throw isSecureContext
      ? new LabError("no-worker", "this browser offers no service worker here", "Leave the private window.")
      : new LabError("no-worker", "the page came without encryption", "Open it at an address that begins with https:.");
  }
  try {
    await within(patience, activeWorker(workerUrl, scope), "it did not start in time");
  } catch (error) {
    throw new LabError("no-worker", reason(error as Error), "Allow cookies and site data for this page.");
  }
}

/** Put the worker that the host has now in the place of an older one. Rejects with `otherwise` where that fails. */
export async function renewWorker(scope: URL, otherwise: LabError): Promise<void> {
  const renewal = async () => {
    const registration = await navigator.serviceWorker.getRegistration(scope.href);
    await registration?.update();
    const fresh = registration?.installing ?? registration?.waiting;
    if (fresh) await activated(fresh);
  };
  await within(patience, renewal(), "it did not start in time").catch(() => {
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

/** Resolve when the worker is active; reject when it will never be. */
function activated(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error("it went away"));
    const check = () => {
      if (worker.state === "activated") resolve();
      else if (worker.state === "redundant") reject(new Error("it was given up"));
    };
    worker.addEventListener("statechange", check);
    check();
  });
}

function reason({ name, message }: Error): string {
  // Chromium's name for it where cookies are blocked is the latter.
  if (name === "SecurityError" || name === "NotSupportedError") return "this browser does not allow the service worker";
  if (name === "TypeError") return "the service worker could not be loaded";
  return `the service worker failed (${message})`;
}
