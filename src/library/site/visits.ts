import { html } from "../../html.ts";
import { fieldValue } from "../../http/message/message.ts";
import type { Call, Reply } from "../engine/handler.ts";
import { limits } from "./library.ts";

/** GET /visits: counts a visitor's visits. It knows the visitor only by the cookie that comes with the request. */
export function countVisit({ request, library }: Call): Reply {
  const cookie = fieldValue(request.fields, "Cookie") ?? "";
  const number = /(?:^|; ?)visitor=(\d+)/.exec(cookie)?.[1];
  const known = library.visitors.find(({ id }) => String(id) === number);
  const { id, visits } = known ?? { id: library.nextVisitor, visits: 0 };
  const others = library.visitors.filter((visitor) => visitor !== known);
  return {
    status: 200,
    page: {
      title: known ? "Welcome back" : "Welcome, stranger",
      main: html`<p>${known ? `You are visitor ${id}` : `I give you the number ${id}`}, and this is your visit ${visits + 1}.</p>`,
    },
    ...(!known && { fields: { "Set-Cookie": `visitor=${id}; Path=/; HttpOnly; SameSite=Lax` } }),
    cache: "no-store",
    library: {
      ...library,
      visitors: [...others, { id, visits: visits + 1 }].slice(-limits.visitors),
      nextVisitor: Math.max(library.nextVisitor, id + 1),
    },
    reads: ["visitors"],
  };
}
