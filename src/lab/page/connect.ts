import { withFallback } from "./fallback.ts";
import { codeMissing, type Lab } from "./lab.ts";
import { connectWorker } from "./worker-lab.ts";

let connection: Promise<Lab> | null = null;
let lab: Lab | null = null;

/** The lab that the page is connected to; null where it is not, or not yet. */
export function connected(): Lab | null {
  return lab;
}

/**
 * The page's one lab, connected when it is first asked for: in the service worker where that is proved to work, else in
 * the page. It heals by itself. Rejects with a LabError where neither works; asking again tries again.
 */
export function connect(): Promise<Lab> {
  const worker = workerAddress();
  connection ??= withFallback([
    (_, missed) => connectWorker(worker, missed),
    async (reason) => {
      // The server's code is heavy, so it comes only where no worker runs it.
      const { inPageLab } = await import("./in-page-lab.ts").catch(codeMissing);
      return inPageLab(new URL("./", worker), reason);
    },
  ]).then(
    (found) => (lab = found),
    (error) => {
      connection = null;
      throw error;
    },
  );
  return connection;
}

/** Where the page says that its worker is; the link is relative, so the site may stand in any folder. */
export function workerAddress(): URL {
  const link = document.querySelector<HTMLLinkElement>("link[rel=lab-worker]");
  if (!link) throw new Error('The page has no <link rel="lab-worker"> that says where the mock server is.');
  return new URL(link.href);
}
