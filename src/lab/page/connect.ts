import { withFallback } from "./fallback.ts";
import { codeMissing, type Lab, LabError } from "./lab.ts";
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
    async (_, missed) => {
      if (!worker) throw new LabError("no-worker", "this lesson is one file", "");
      return connectWorker(worker, missed);
    },
    async (reason) => {
      // The server's code is heavy, so it comes only where no worker runs it.
      const { inPageLab } = await import("./in-page-lab.ts").catch(codeMissing);
      return inPageLab(new URL("./", worker ?? location.href), reason);
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

/**
 * Where the page says that its worker is; the link is relative, so the site may stand in any folder. Null where the lesson is one
 * file (src/build/one-file.ts), which has none beside it.
 */
export function workerAddress(): URL | null {
  const link = document.querySelector<HTMLLinkElement>("link[rel=lab-worker]");
  return link && new URL(link.href);
}
