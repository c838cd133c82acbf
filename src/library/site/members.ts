import { html } from "../../html.ts";
import { fieldValue } from "../../http/message/message.ts";
import type { Call, Reply } from "../engine/handler.ts";

/** The cards that open the members' rooms, shown as `Authorization: Bearer reader-card`. */
const cards = new Map([
  ["reader-card", "reader"],
  ["librarian-card", "librarian"],
]);

/** GET /members: the reading room. Who shows no card is asked for one. */
export function openReadingRoom(call: Call): Reply {
  const role = cardHolder(call);
  if (!role) return askForCard;
  return { status: 200, page: { title: "Reading room", main: html`<p>Good day, ${role}.</p>` }, cache: "no-store" };
}

/** GET /members/archive: the archive. A reader is known here, and still may not enter. */
export function openArchive(call: Call): Reply {
  const role = cardHolder(call);
  if (!role) return askForCard;
  if (role !== "librarian") return { status: 403, problem: "The archive is open to librarians only." };
  return { status: 200, page: { title: "Archive", main: html`<p>Mind the dust.</p>` }, cache: "no-store" };
}

const askForCard: Reply = {
  status: 401,
  problem: "Show your card: “Authorization: Bearer reader-card”.",
  fields: { "WWW-Authenticate": 'Bearer realm="members"' },
};

function cardHolder({ request }: Call): string | undefined {
  const [scheme = "", card = ""] = (fieldValue(request.fields, "Authorization") ?? "").split(" ");
  return scheme.toLowerCase() === "bearer" ? cards.get(card) : undefined;
}
