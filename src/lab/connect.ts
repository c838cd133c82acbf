import { type Lab, LabError } from "./lab.ts";
import { ladder } from "./ladder.ts";
import { connectWorker } from "./worker-lab.ts";

let connection: Promise<Lab> | null = null;

/**
 * The page's one lab, connected when it is first asked for: in the service worker where that is proved to work, else in
 * the page. It heals by itself. Rejects with a LabError where neither works; asking again tries again.
 */
export function connect(): Promise<Lab> {
  const worker = workerAddress();
  connection ??= ladder([
    (_, strayed) => connectWorker(worker, strayed),
    async (reason) => {
      // The server's code is heavy, so it comes only where no worker runs it.
      const { inPageLab } = await import("./in-page-lab.ts").catch(unreachable);
      return inPageLab(new URL("./", worker), reason);
    },
  ]).catch((error) => {
    connection = null;
    throw error;
  });
  return connection;
}

function unreachable(): never {
  throw new LabError("no-worker", "its code could not be loaded", "Reload the page when you are online.");
}

/** Where the page says that its worker is; the link is relative, so the site may stand in any folder. */
export function workerAddress(): URL {
  const link = document.querySelector<HTMLLinkElement>("link[rel=lab-worker]");
  if (!link) throw new Error('The page has no <link rel="lab-worker"> that says where the mock server is.');
  return new URL(link.href);
}
