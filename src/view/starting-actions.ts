import type { Action } from "../http/build-message.ts";

/** An action to begin with, as a page of the library offers it. */
export interface StartingAction {
  /** What the reader does, in a few words. */
  readonly name: string;
  readonly action: Action;
}

/** The actions that the message builder offers; the first is the one that it shows without a script. */
export const startingActions: readonly [StartingAction, ...StartingAction[]] = [
  {
    name: "Click a link",
    action: { kind: "link", url: "https://library.example/search?q=alice#results" },
  },
  {
    name: "Submit a search form",
    action: { kind: "form", url: "https://library.example/search", method: "GET", data: [["q", "alice"]] },
  },
  {
    name: "Submit a form that adds a book",
    action: {
      kind: "form",
      url: "https://library.example/books",
      method: "POST",
      data: [
        ["title", "Dune"],
        ["author", "Frank Herbert"],
      ],
    },
  },
  {
    name: "A script calls fetch",
    action: {
      kind: "fetch",
      url: "https://library.example/books",
      method: "POST",
      fields: "Content-Type: application/json\nAccept: application/json",
      content: '{"title": "Dune", "author": "Frank Herbert"}',
    },
  },
];

/** What an action of this kind lets a page decide. */
export const kindTexts: Readonly<Record<Action["kind"], string>> = {
  link: "A link holds a URL and nothing else. It can choose no method, set no field and carry no content.",
  form: "A form holds a URL, a method and inputs. It can set no field.",
  fetch: "A script in the page can choose nearly all of it. Try the fields Host and Cookie, too.",
};
