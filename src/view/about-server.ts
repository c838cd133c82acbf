import type { Host } from "../http/exchange.ts";

/** What the server of the live demos really is, and what it is not: the page. */
export function aboutServer(host: Host): string {
  const here =
    host === "page"
      ? "Here the server is a part of this page, because this browser runs no service worker."
      : "Here the server is a service worker: a program of its own in your browser, apart from this page.";
  return `${here} A real server is another program, usually on another machine.`;
}

/** The name under which a request stands in the developer tools. */
export function toolsRow(target: string): string {
  return /([^/?]*)\/?(\?.*)?$/.exec(target)?.[0] || "/";
}
