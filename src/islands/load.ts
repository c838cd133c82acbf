/** The code of each demo, by its tag. It loads when the demo comes near, so that the text never waits for it. */
const demos: Record<string, () => Promise<unknown>> = {
  "cycle-player": () => import("./cycle-player.ts"),
  "http-exchange": () => import("./http-exchange.ts"),
  "lesson-check": () => import("./lesson-check.ts"),
  "be-the-server": () => import("./be-the-server.ts"),
  "server-inside": () => import("./server-inside.ts"),
  "message-builder": () => import("./message-builder.ts"),
  "status-predict": () => import("./status-predict.ts"),
  "three-ways": () => import("./three-ways.ts"),
  "two-clients": () => import("./two-clients.ts"),
  "visits-cookie": () => import("./visits-cookie.ts"),
  "client-outcomes": () => import("./client-outcomes.ts"),
};

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) load(target.localName);
  },
  { rootMargin: "100% 0px" },
);

for (const element of document.querySelectorAll(Object.keys(demos).join())) near.observe(element);

// The transcripts are the lesson's common instrument, so theirs comes as soon as the browser has nothing better to do.
if (document.querySelector("http-exchange")) {
  const soon = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  addEventListener("load", () => soon(() => load("http-exchange")));
}

addEventListener("hashchange", openLink);
openLink();

/** A link may bring a request along. Only its first letters are looked at here; where the code is missing, nothing happens. */
function openLink(): void {
  const { hash } = location;
  if (hash.startsWith("#request=")) import("./shared-request.ts").then(({ open }) => open(hash)).catch(() => {});
}

/** Load the code behind a tag once; where that fails its elements stay the figures that they are. */
function load(tag: string): void {
  const code = demos[tag];
  delete demos[tag];
  code?.().catch(() => {
    demos[tag] = code;
  });
}
