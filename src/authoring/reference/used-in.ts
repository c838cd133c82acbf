import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kindOf } from "../../demos/registry.ts";
import { parseHttpFile } from "../../http/block/http-file.ts";
import { MessageError, type RequestMessage, type ResponseMessage } from "../../http/message/message.ts";
import { parseResponse } from "../../http/message/parse-message.ts";
import { runBlock } from "../../lab/run-block.ts";
import { fenceOptions } from "../blocks/fence-options.ts";
import { readResource } from "../blocks/resource-block.ts";
import type { TreeNode } from "../blocks/tree.ts";
import { contentFiles, contentRoot, pageUrl } from "../checks/content-files.ts";
import { readPage } from "../checks/syntax-problems.ts";
import { firstResources, placedResources, useResources } from "../site-resources.ts";
import type { ReferenceKind } from "./parse-reference.ts";

type Message = Pick<RequestMessage, "fields"> & (Pick<RequestMessage, "method"> | Pick<ResponseMessage, "status">);

/** The URLs of the pages, the author's guide aside, in whose messages something stands: a method, a status code, a field. */
export type UsedIn = (kind: ReferenceKind, name: string) => readonly string[];

/** Looks through the messages of all pages under a content root: those that are written, and what the library answers. */
export function usedIn(root = contentRoot): UsedIn {
  useResources(firstResources(placedResources(root)));
  const files = contentFiles(root).filter((file) => !file.startsWith(join(root, "authors")));
  const pages = files.map((file) => {
    const messages = messagesUnder(readPage(readFileSync(file, "utf8")).tree, false);
    return { url: pageUrl(file, root), keys: new Set(messages.flatMap(keysOf)) };
  });
  return (kind, name) => pages.filter(({ keys }) => keys.has(key(kind, name))).map(({ url }) => url);
}

const key = (kind: ReferenceKind, name: string): string => `${kind} ${kind === "fields" ? name.toLowerCase() : name}`;

function keysOf(message: Message): readonly string[] {
  const fields = message.fields.map(({ name }) => key("fields", name));
  if ("method" in message) return [key("methods", message.method), ...fields];
  const code = `${message.status}`;
  return [key("status-codes", code), key("status-codes", `${code.charAt(0)}xx`), ...fields];
}

function messagesUnder(node: TreeNode | null, inDemo: boolean): readonly Message[] {
  if (!node) return [];
  if (node.type !== "code") {
    const within = inDemo || kindOf(node.name ?? "") !== undefined;
    return (node.children ?? []).flatMap((child) => messagesUnder(child, within));
  }
  if (node.lang !== "http") return [];
  try {
    return messagesOf(node.value ?? "", node.meta ?? "", inDemo);
  } catch (error) {
    // The checks tell of it.
    if (!(error instanceof MessageError)) throw error;
    return [];
  }
}

function messagesOf(source: string, meta: string, inDemo: boolean): readonly Message[] {
  const { options } = fenceOptions(meta, inDemo ? "demo" : "page");
  if (options.expect || options.task) return [];
  if (source.startsWith("HTTP/")) return [parseResponse(source)];
  const isRun = inDemo || options.send || options.resource;
  if (!isRun) return parseHttpFile(source).requests.map(({ request }) => request);
  const asked = options.resource ? `GET ${readResource(source).path}` : source;
  return runBlock(asked, { act: options.as, raw: options.raw }).flatMap(({ exchange: { request, response } }) =>
    response && !options.off ? [request, response] : [request],
  );
}
