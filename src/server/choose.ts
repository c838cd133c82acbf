import type { Attempt } from "../http/exchange.ts";
import type { Route } from "./routes.ts";

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
  const wanted = method === "HEAD" ? "GET" : method;
  const siblings = routes.filter((route) => matches(patternOf(route), path));
  const route = siblings.find(({ on }) => on.startsWith(`${wanted} `)) ?? null;
  const end = route ? routes.indexOf(route) + 1 : routes.length;
  const tried = routes.slice(0, end).map((other) => ({
    route: other.on,
    matched: other === route,
    why:
      other === route
        ? `The path matches, and ${method === "HEAD" ? "HEAD goes where GET goes" : "so does the method"}.`
        : siblings.includes(other)
          ? `The path matches, the method does not: it is ${method}.`
          : `The path differs: ${path} is not ${patternOf(other)}.`,
  }));
  const place = patternOf(route ?? siblings[0] ?? { on: " " })
    .split("/")
    .indexOf(":id");
  return { tried, route, id: decodeURIComponent(path.split("/")[place] ?? ""), siblings };
}

/** The methods that a path's routes allow, as Allow lists them. */
export function allowedMethods(siblings: readonly Route[]): string {
  const methods = siblings.map(({ on }) => on.split(" ")[0]);
  return [...methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])), "OPTIONS"].join(", ");
}

const patternOf = ({ on }: Pick<Route, "on">): string => on.slice(on.indexOf(" ") + 1);

function matches(pattern: string, path: string): boolean {
  const parts = path.split("/");
  const wanted = pattern.split("/");
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) =>
      part === ":id" ? parts[index] !== "" : part === decodeURIComponent(parts[index] ?? ""),
    )
  );
}
