import { relative } from "node:path";
import { handlerText } from "../demos/inside-the-server/handler-text.ts";
import { fieldValue } from "../http/message/message.ts";
import { mediaType } from "../http/rules/content.ts";
import { runBlock } from "../lab/run-block.ts";
import { pictures } from "../library/site/pictures.ts";
import { libraryRoutes, type Route } from "../library/site/routes.ts";
import { contentRoot } from "./checks/content-files.ts";
import { firstResources, placedResources, useResources } from "./site-resources.ts";

/** A resource of the mock server, as an author who writes a block wants to know it. */
export interface LibraryResource {
  readonly method: string;
  /** `:id` stands for a number or a name. */
  readonly path: string;
  /** What it is or does, by the comment of its handler. */
  readonly about: string;
  /** The media types of content that it takes; none where it takes no content. */
  readonly takes: readonly string[];
  /** What a fresh library answers to a page's and to a program's GET, each once: status and media type. None for other methods. */
  readonly answers: readonly string[];
  /** The fields by which a copy of its answer can be kept or asked about. */
  readonly validators: readonly string[];
  /** The file that declares it. */
  readonly file: string;
}

/** All that the mock server has: in the order of its routes, and then what the site's pages add. */
export function libraryResources(root = contentRoot): readonly LibraryResource[] {
  const placed = placedResources(root);
  useResources(firstResources(placed));
  const added = placed.map(({ file, line, title, resource: { path } }) => ({
    method: "GET",
    path,
    about: `${title ?? "A resource of a page"}.`,
    takes: [],
    file: `${relative(process.cwd(), file).replaceAll("\\", "/")}:${line}`,
    ...asked("GET", path),
  }));
  const own = libraryRoutes.map(({ on, run, takes = [] }: Route) => {
    const [method = "", path = ""] = on.split(" ");
    const { file, source } = handlerText(Object.keys(run)[0] ?? "");
    const comment = /^\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? "";
    const about = comment.replace(/\n \*/g, "\n").replace(/\s+/g, " ").trim();
    return { method, path, about: about.replace(/^[A-Z]+ \/[^ ]*: /, ""), takes, file, ...asked(method, path) };
  });
  return [...own, ...added];
}

const kept = ["ETag", "Last-Modified", "Cache-Control", "Accept-Ranges"];

function asked(method: string, path: string): Pick<LibraryResource, "answers" | "validators"> {
  if (method !== "GET") return { answers: [], validators: [] };
  const [picture = ""] = pictures.keys();
  const target = path.replace(":id", path.startsWith("/pictures/") ? picture : "1");
  const responses = ["text/html", "application/json", "*/*"].flatMap((accept) =>
    runBlock(`GET ${target}\nAccept: ${accept}`).flatMap(({ exchange: { response } }) => response ?? []),
  );
  const answers = responses
    .filter(({ status }) => status !== 406)
    .map(({ status, fields }) => `${status} ${mediaType(fields)}`.trim());
  const names = kept.filter((name) => responses.some(({ fields }) => fieldValue(fields, name) !== null));
  return { answers: [...new Set(answers)], validators: names };
}
