import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RunningHost } from "./places.ts";

/** A frame in a page of another site. */
export interface Frame {
  readonly src: string;
  /** The words of its sandbox; none where it has no sandbox. */
  readonly sandbox?: string;
}

/**
 * Another site than that of the lesson, with one page of frames, each 300 CSS pixels high. Where it listens, each frame becomes as
 * high as it says, as the site's page for teachers shows.
 */
export async function startFramingSite(frames: readonly Frame[], listens: boolean): Promise<RunningHost> {
  const listener = `<script>
addEventListener("message", ({ source, data }) => {
  if (data?.subject !== "http-cycle.height") return;
  for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.height = data.height;
});
addEventListener("message", ({ data }) => {
  if (data?.subject === "lti.frameResize") document.body.dataset.lti = data.height;
});
</script>`;
  const page = `<!doctype html><html lang="en"><title>A course</title><body>${listens ? listener : ""}<h1>A course</h1>${frames
    .map(({ src, sandbox }, index) => {
      const box = sandbox === undefined ? "" : ` sandbox="${sandbox}"`;
      return `<iframe title="Demo ${index + 1}" width="100%" height="300" style="border: 0"${box} src="${src}"></iframe>`;
    })
    .join("\n")}`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    // The lesson's hosts are at 127.0.0.1. By this name it is another site, not only another origin.
    url: `http://localhost:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
