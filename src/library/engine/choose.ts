import type { Attempt } from "../../http/exchange.ts";
import type { Route } from "../site/routes.ts";

/** What the server found when it looked for the resource. */
export interface Choice {
  readonly tried: readonly Attempt[];
  readonly route: Route | null;
  /** What stands in the path for the route's `:id`. */
  readonly id: string;
  /** The routes of that path, for any method; none if there is no such resource. */
  readonly siblings: readonly Route[];
}

/** Goes through the routes in order, up to the first that has the path and the method. `path` is well encoded. */
export function choose(routes: readonly Route[], method: string, path: string): Choice {
  const parts = path.split("/").map((part) => decodeURIComponent(part));
  const siblings = routes.filter((route) => matches(patternOf(route).split("/"), parts));
  const wanted = method === "HEAD" ? "GET" : method;
  const route = siblings.find(({ on }) => on.startsWith(`${wanted} `)) ?? null;
  const tried = routes.slice(0, route ? routes.indexOf(route) + 1 : routes.length).map((other) => ({
    route: other.on,
    matched: other === route,
    why:
      other === route
        ? `The path matches, and ${method === "HEAD" ? "HEAD goes where GET goes" : "so does the method"}.`
        : siblings.includes(other)
          ? `The path matches, the method does not: it is ${method}.`
          : `The path differs: ${path} is not ${patternOf(other)}.`,
  }));
  const place = siblings[0] ? patternOf(siblings[0]).split("/").indexOf(":id") : -1;
  return { tried, route, id: parts[place] ?? "", siblings };
}

/** The methods that a path's routes allow, as Allow lists them. */
export function allowedMethods(siblings: readonly Route[]): string {
  const methods = siblings.map(({ on }) => on.replace(/ .*/, "").replace("GET", "GET, HEAD"));
  return [...methods, "OPTIONS"].join(", ");
}

const patternOf = ({ on }: Route): string => on.slice(on.indexOf(" ") + 1);

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    parts.length === pattern.length &&
    pattern.every((part, index) => (part === ":id" ? parts[index] !== "" : part === parts[index]))
  );
}
