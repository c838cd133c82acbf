import type { Action } from "../../http/build-message.ts";
import { fieldLine, fieldValue } from "../../http/message/message.ts";
import type { Start } from "./config.ts";

/** The action that makes a request, as the page that offers it holds it. */
export function actionOf({ as, request, fragment }: Pick<Start, "as" | "request" | "fragment">): Action {
  const { method, target, fields, content } = request;
  const [path = "", query = ""] = target.split(/\?(.*)/s);
  const site = `https://${fieldValue(fields, "Host")}`;
  const url = site + target + fragment;
  const words = (text: string) => [...new URLSearchParams(text)];
  if (as === "link") return { kind: "link", url };
  if (as === "form") {
    return method === "GET"
      ? { kind: "form", url: site + path + fragment, method, data: words(query) }
      : { kind: "form", url, method: "POST", data: words(content) };
  }
  const asked = fields.filter(({ by }) => by !== "browser").map(fieldLine);
  return { kind: "fetch", url, method, fields: asked.join("\n"), content };
}
