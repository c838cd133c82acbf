import type { Host } from "../../http/exchange.ts";

/** What a live demo says of its server until that has answered. */
export const notYetAsked = "The server is a mock inside your own browser";

/** What the server of the live demos really is; of a host that is none of theirs, what it may be where they run. */
export function aboutServer(host: Host): string {
  const places: Partial<Record<Host, string>> = {
    worker: "Here the server is a service worker: a program of its own in your browser, apart from this page.",
    page: "Here the server is a part of this page, for no service worker answers.",
  };
  const either =
    "Here the server is in your browser: a service worker, which is a program of its own, or a part of this page.";
  return `${places[host] ?? either} A real server is another program, usually on another machine.`;
}

/** The name under which a request stands in the developer tools. */
export function toolsRow(target: string): string {
  return /([^/?]*)\/?(\?.*)?$/.exec(target)?.[0] || "/";
}
