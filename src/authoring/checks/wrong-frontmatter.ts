import type { WrongInput } from "./wrong-inputs.ts";

export const wrongFrontmatter: readonly WrongInput[] = [
  {
    mistake: "No frontmatter",
    source: "Text, and no frontmatter.\n",
    says: [
      "1:1: expected frontmatter between two --- lines, with a title and a description; found no --- line at the start of the file",
    ],
    remedy: "Begin the file with ---, a title, a description, and ---.",
  },
  {
    mistake: "The frontmatter does not end",
    source: "---\ntitle: Caching\n",
    says: [
      "1:1: expected frontmatter between two --- lines, with a title and a description; found no second --- line that ends it",
    ],
    remedy: "Put a line --- below the last key.",
  },
  {
    mistake: "No title",
    source: "---\ndescription: How a browser spares itself a request.\n---\n",
    says: ["1:1: expected the key “title”, such as title: Caching; found none"],
    remedy: "Add the key.",
  },
  {
    mistake: "A key is misspelt",
    source: "---\ntitel: Caching\ndescription: Text.\n---\n",
    says: [
      "1:1: expected the key “title”, such as title: Caching; found none",
      "2:1: expected one of the keys title, short, description, audience, draft, order; found “titel”. Did you mean “title”?",
    ],
    remedy: "Write the key as it is listed.",
  },
  {
    mistake: "A key of the wrong type",
    source: "---\ntitle: 5\ndescription: Text.\n---\n",
    says: ["2:1: expected text after “title:”, such as title: Caching; found the number 5. Put it in double quotes"],
    remedy: 'Put it in quotes: title: "5".',
  },
  {
    mistake: "A list where text belongs",
    source: "---\ntitle: Caching\ndescription: [one, two]\n---\n",
    says: [
      "3:1: expected text after “description:”, such as description: How a browser spares itself a request.; found a list",
    ],
    remedy: "Write one text.",
  },
  {
    mistake: "An order that is no number",
    source: "---\ntitle: Caching\ndescription: Text.\norder: first\n---\n",
    says: ['4:1: expected a number after “order:”, such as order: 3; found the text "first"'],
    remedy: "Write a number.",
  },
  {
    mistake: "A draft that is neither true nor false",
    source: "---\ntitle: Caching\ndescription: Text.\ndraft: yess\n---\n",
    says: ['4:1: expected true or false after “draft:”, such as draft: true; found the text "yess"'],
    remedy: "Write true or false.",
  },
  {
    mistake: "A key without a value",
    source: "---\ntitle:\ndescription: Text.\n---\n",
    says: ["2:1: expected text after “title:”, such as title: Caching; found nothing"],
    remedy: "Write the text behind the colon.",
  },
  {
    mistake: "A colon in a text without quotes",
    source: "---\ntitle: Caching: an introduction\ndescription: Text.\n---\n",
    says: ["2:8: expected double quotes around a text that holds a colon; found none"],
    remedy: "Put the text in double quotes.",
  },
  {
    mistake: "The same key twice",
    source: "---\ntitle: One\ntitle: Two\ndescription: Text.\n---\n",
    says: ["3:1: expected each key once; found the same key again"],
    remedy: "Keep one of them.",
  },
  {
    mistake: "A text that begins with a sign",
    source: "---\ntitle: *Caching*\ndescription: Text.\n---\n",
    says: ["2:8: expected double quotes around a text that begins with a quote, a bracket or another sign; found none"],
    remedy: "Put the text in double quotes.",
  },
  {
    mistake: "Text behind a quotation",
    source: "---\ntitle: 'It's cached'\ndescription: Text.\n---\n",
    says: [
      "2:12: expected double quotes around a text that begins with a quote, a bracket or another sign; found more text behind its end",
    ],
    remedy: "Put the whole text in double quotes.",
  },
  {
    mistake: "No space behind a key",
    source: "---\ntitle:Caching\ndescription: Text.\n---\n",
    says: ["2:1: expected lines of the form “key: value”, with a space behind the colon; found none"],
    remedy: "Put a space behind the colon.",
  },
  {
    mistake: "A date where text belongs",
    source: "---\ntitle: 2026-11-25\ndescription: Text.\n---\n",
    says: ["2:1: expected text after “title:”, such as title: Caching; found a date. Put it in double quotes"],
    remedy: 'Put it in quotes: title: "2026-11-25".',
  },
  {
    mistake: "Quotes of a word processor around a text",
    source: "---\ntitle: “Caching: an introduction”\ndescription: “Text.”\n---\n",
    says: [
      '2:8: expected straight quotes around the text, "Caching: an introduction", or none; found “, a quote as word processors make it',
    ],
    remedy: "Write straight quotes; the other text is told when this one is mended.",
  },
  {
    mistake: "The same around a text without a colon",
    source: "---\ntitle: “Caching”\ndescription: Text.\n---\n",
    says: [
      '2:8: expected straight quotes around the text, "Caching", or none; found “, a quote as word processors make it',
    ],
    remedy: "Take the quotes out, or readers see them in the title.",
  },
  {
    mistake: "A title that another page has",
    source: "---\ntitle: Caching\ndescription: Text.\n---\n",
    beside: { "about.mdx": "---\ntitle: Caching\ndescription: Text.\n---\n" },
    says: [
      "2:1: expected a title that no page beside this one has; found “Caching”, which is the title of /about/, too",
    ],
    remedy: "Say in the title what only this page is about.",
  },
  {
    mistake: "A sign that begins a comment",
    source: "---\ntitle: Status codes # 1\ndescription: Text.\n---\n",
    says: ['2:1: expected double quotes around a text with a #, as in title: "…"; found # 1'],
    remedy: "Put the text in quotes, or readers see only what stands before the sign.",
  },
  {
    mistake: "Markdown in a title",
    source: "---\ntitle: The field `Host`\ndescription: Text.\n---\n",
    says: ["2:1: expected words without signs of markdown, which readers would see; found `Host`"],
    remedy: "Write the words alone.",
  },
  {
    mistake: "A title of spaces",
    source: '---\ntitle: " "\ndescription: Text.\n---\n',
    says: ['2:1: expected text after “title:”, such as title: Caching; found the text " "'],
    remedy: "Write a title.",
  },
];
