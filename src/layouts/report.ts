import { withLines } from "./report-address.ts";

/** A demo's own words on where its server runs. */
const hosts: Readonly<Record<string, string>> = {
  worker: "in the service worker",
  page: "inside the page",
  build: "nowhere yet: recorded",
};

/** The demo of the part above the link that lies nearest to the reader's eyes, and where its server runs. */
function nearestDemo(link: HTMLElement): string {
  const demos = [...document.querySelectorAll<HTMLElement>("main [data-client]")].filter((demo) => {
    return demo.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
  const demo = demos.at(-1);
  if (!demo) return "Demo: none above";
  const host = demo.dataset["host"];
  return `Demo: ${demo.dataset["client"]}, server ${hosts[host ?? ""] ?? "none"}`;
}

// The links lead to the repository by themselves. What only this browser knows is added when one is about to be followed.
for (const link of document.querySelectorAll<HTMLAnchorElement>("a.report")) {
  link.addEventListener(
    "click",
    () => {
      link.href = withLines(link.href, [
        // Where a reader keeps the lesson on a disk is nobody's business.
        `Address: ${location.protocol === "file:" ? "a file" : location.href}`,
        nearestDemo(link),
        `Browser: ${navigator.userAgent}, window ${innerWidth} × ${innerHeight}`,
      ]);
    },
    { once: true },
  );
}
