import type { Lab } from "./lab.ts";
import { connectWorker } from "./worker-lab.ts";

let connection: Promise<Lab> | null = null;

/** The page's one lab: connected when it is first asked for, and anew after a failure. Rejects with a LabError. */
export function connect(): Promise<Lab> {
  connection ??= connectWorker(workerAddress()).catch((error) => {
    connection = null;
    throw error;
  });
  return connection;
}

/** Where the page says that its worker is; the link is relative, so the site may stand in any folder. */
function workerAddress(): URL {
  const link = document.querySelector<HTMLLinkElement>("link[rel=lab-worker]");
  if (!link) throw new Error('The page has no <link rel="lab-worker"> that says where the mock server is.');
  return new URL(link.href);
}
