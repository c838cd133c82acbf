import { fieldValue, type ResponseMessage } from "../../http/message/message.ts";
import { type WrittenParts, writtenResponse } from "../../http/message/written-response.ts";
import { bringsNothing, mediaType } from "../../http/rules/content.ts";
import { isRedirect } from "../../http/rules/redirect.ts";

/** What a client may show after an answer, in the words that its choices have. */
export const outcomes = {
  page: "A page, drawn from your content",
  text: "Your content as it is written, tags and all",
  stays: "What it showed before",
  another: "Nothing yet: it sends another request",
  error: "An error of its own",
} as const;

/** What the client shows after an answer: which outcome (null for none of them), in words, and why. Texts without marks. */
export interface Shown {
  readonly outcome: keyof typeof outcomes | null;
  readonly text: string;
  readonly why: string;
}

/** The response that a draft is; null where it is to hang up without one. Throws a WrittenError. */
export function responseOf(draft: WrittenParts & { readonly hangsUp?: boolean }): ResponseMessage | null {
  return draft.hangsUp ? null : writtenResponse(draft);
}

/** What a browser shows after an answer; null is no answer. */
export function shownAfter(response: ResponseMessage | null): Shown {
  if (!response) return shown("error", "No response came, so there is no status to act on.");
  const { status, content, fields } = response;
  const type = mediaType(fields);
  if (isRedirect(status) && fieldValue(fields, "Location") !== null) {
    return shown(
      "another",
      `${status} with Location names another address. The client asks there by itself; you cannot move it.`,
    );
  }
  if (bringsNothing(status)) {
    return shown("stays", `${status} says that there is nothing to show, so the client stays where it is.`);
  }
  if (content === "" && status < 400) return other("A blank page", "No content came, and the status is no error.");
  if (content === "") {
    return shown("error", "Your answer arrived, but without a page. So the browser draws one of its own.");
  }
  if (type === "text/html" && status < 400) {
    return shown("page", "Content-Type says HTML, so the client reads your text and draws a page from it.");
  }
  if (type === "text/html") {
    return shown("page", `${status} is an answer like any other, and the client draws the page that came with it.`);
  }
  if (type === "text/plain") {
    return shown("text", "Content-Type says plain text. The client believes the field, not the content.");
  }
  const why = type ? `Content-Type says ${type}.` : "Without Content-Type it guesses.";
  return other("What it makes of such content", why);
}

function shown(outcome: keyof typeof outcomes, why: string): Shown {
  return { outcome, text: `${outcomes[outcome]}.`, why };
}

function other(text: string, why: string): Shown {
  return { outcome: null, text: `${text}.`, why };
}
