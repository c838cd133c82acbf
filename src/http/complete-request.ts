import type { Interaction } from "./exchange.ts";
import { type Act, actOf } from "./interaction.ts";
import type { Author, Field, RequestAuthors, RequestMessage } from "./message/message.ts";
import { wholeRequest } from "./message/whole-request.ts";
import { isHiddenFromPages, refusedByBrowser } from "./rules/fields.ts";

/**
 * The whole HTTP/1.1 message that a browser sends for an act, of what somebody wrote of it, with an author for each line. Host
 * and Content-Length are added where they are missing (`wholeRequest`). A line whose author is known keeps it; each other
 * line gets the author whom the act implies. Every demo that shows or sends a request makes it here, so that they agree, and
 * the bytes of `formatRequest` are the message that a server takes. A whole message comes back as it is.
 */
export function completeRequest(written: RequestMessage, act: Act = actOf(written)): RequestMessage {
  const { fields, ...request } = wholeRequest(written);
  return {
    ...request,
    fields: fields.map((field) => (field.by ? field : authored(field, act))),
    by: written.by ?? authorsOf(act, written),
  };
}

/** A message that somebody writes by hand and that is sent as it stands. */
export function handwritten(written: RequestMessage): RequestMessage {
  const fields = written.fields.map((field) => ({ ...field, by: "you" as const }));
  return { ...written, fields, by: { start: ["you"], content: ["you"] } };
}

/**
 * A message that somebody made of the one that a page offers: what they changed is theirs, the rest keeps its authors.
 * It need not be whole.
 */
export function rewritten(changed: RequestMessage, offered: RequestMessage): RequestMessage {
  const { method, target, content } = changed;
  const fields = changed.fields.map((field): Field => {
    const old = offered.fields.find(({ name, value }) => name === field.name && value === field.value);
    return old ?? { ...field, by: "you" };
  });
  const by = offered.by ?? authorsOf(actOf(offered), offered);
  const isSameStart = method === offered.method && target === offered.target && changed.version === offered.version;
  return {
    ...changed,
    fields,
    by: {
      start: isSameStart ? by.start : ["you", "browser"],
      content: content === offered.content ? by.content : ["you"],
    },
  };
}

/** Who wrote the first line and the content of a request, by the act that it was sent for. */
export function authorsOf(kind: Interaction["kind"], { method }: Pick<RequestMessage, "method">): RequestAuthors {
  const start: Readonly<Record<Interaction["kind"], readonly Author[]>> = {
    link: ["page", "browser"],
    address: ["you", "browser"],
    form: method === "GET" ? ["page", "you", "browser"] : ["page", "browser"],
    script: ["page", "browser"],
    part: ["page", "browser"],
    reload: ["browser"],
    redirect: ["server", "browser"],
    history: ["browser"],
    hand: ["you"],
  };
  const content: readonly Author[] =
    kind === "form" ? ["page", "you"] : kind === "script" ? ["page"] : kind === "hand" ? ["you"] : ["browser"];
  return { start: start[kind], content };
}

/** A field with its author: a script may ask for most, and for no other act anybody but the browser writes one. */
function authored(field: Field, act: Act): Field {
  const { name, value } = field;
  const isFilledIn = /^(?:host|content-length)$/i.test(name);
  if (act === "script" && !isFilledIn && refusedByBrowser(name, value) === null) return { ...field, by: "page" };
  return isHiddenFromPages(name) ? { ...field, by: "browser", hidden: true } : { ...field, by: "browser" };
}
