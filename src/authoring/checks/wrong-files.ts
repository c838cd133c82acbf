import type { WrongInput } from "./wrong-inputs.ts";

const page = "---\ntitle: Caching\ndescription: Text.\n---\n\nText.\n";

/** Names of files, and files that are no text. */
export const wrongFiles: readonly WrongInput[] = [
  {
    mistake: "A name with a sign",
    name: "50%.mdx",
    source: page,
    says: ["1:1: expected a name of the letters a to z, digits and hyphens, such as 50; found “50%”"],
    remedy: "Give the file that name: it is a part of the page’s address.",
  },
  {
    mistake: "A name with a question mark",
    name: "what?.mdx",
    source: page,
    says: ["1:1: expected a name of the letters a to z, digits and hyphens, such as what; found “what?”"],
    remedy: "Leave the sign to the title.",
  },
  {
    mistake: "A name with capitals and spaces",
    name: "Upper Case.mdx",
    source: page,
    says: ["1:1: expected a name of the letters a to z, digits and hyphens, such as upper-case; found “Upper Case”"],
    remedy: "Write small letters, and hyphens between the words.",
  },
  {
    mistake: "A name with other letters",
    name: "Grüße.mdx",
    source: page,
    says: ["1:1: expected a name of the letters a to z, digits and hyphens, such as gruesse; found “Grüße”"],
    remedy: "Leave them to the title.",
  },
  {
    mistake: "Two names that differ by case",
    name: "Cookies.mdx",
    source: page,
    beside: { "cookies.mdx": "---\ntitle: Cookies\ndescription: Text.\n---\n" },
    says: [
      "1:1: expected a name of the letters a to z, digits and hyphens, such as cookies; found “Cookies”, and cookies.mdx is there, too",
    ],
    remedy: "Choose another name: on many computers the two are one file.",
  },
  {
    mistake: "A name that begins with an underscore",
    name: "_hidden.mdx",
    source: page,
    says: ["1:1: expected a name of the letters a to z, digits and hyphens, such as hidden; found “_hidden”"],
    remedy: "To keep a page from readers, write draft: true in it.",
  },
  {
    mistake: "A folder with capitals",
    name: "Lessons/caching.mdx",
    source: page,
    says: ["1:1: expected a name of the letters a to z, digits and hyphens, such as lessons; found “Lessons”"],
    remedy: "Rename the folder.",
  },
  {
    mistake: "A name that the site needs",
    name: "404.mdx",
    source: page,
    says: [
      "1:1: expected a name that the site does not need itself; found “404”, which is the page for addresses where there is nothing",
    ],
    remedy: "Choose another name.",
  },
  {
    mistake: "Another ending",
    name: "caching.md",
    source: page,
    says: ["1:1: expected a name that ends in .mdx; found caching.md"],
    remedy: "Rename the file.",
  },
  {
    mistake: "An ending in capitals",
    name: "caching.MDX",
    source: page,
    says: ["1:1: expected a name that ends in .mdx; found caching.MDX"],
    remedy: "Rename the file.",
  },
  {
    mistake: "An ending that a text editor has added",
    name: "caching.mdx.txt",
    source: page,
    says: ["1:1: expected a name that ends in .mdx; found caching.mdx.txt"],
    remedy: "Let your computer show the endings of names, and take .txt away.",
  },
  {
    mistake: "A page beside a folder with the same address",
    name: "cookies/index.mdx",
    source: page,
    beside: { "cookies.mdx": "---\ntitle: Cookies\ndescription: Text.\n---\n" },
    says: ["1:1: expected one file for each address; found cookies.mdx beside the folder, which has the same address"],
    remedy: "Keep one of the two.",
  },
  {
    mistake: "A file that is not in UTF-8",
    source: "---\ntitle: Caching\ndescription: Text.\n---\n\nGr\ufffd\ufffde.\n",
    says: ["6:3: expected text in UTF-8 (choose it where your editor saves a file); found bytes that are none"],
    remedy: "Save the file again, in UTF-8.",
  },
  {
    mistake: "A byte order mark",
    source: "\ufeff---\ntitle: Caching\ndescription: Text.\n---\n",
    says: ["1:1: expected a file in UTF-8 without a byte order mark; found that mark"],
    remedy: "Save the file as UTF-8 without it.",
  },
  {
    mistake: "Characters that nobody sees",
    source: "Text\u200b with \u202eturned\u202c words.\n",
    says: [
      "6:5: expected characters that can be seen; found a space without width (U+200B)",
      "6:12: expected characters that can be seen; found a mark that turns the direction of writing (U+202E)",
      "6:19: expected characters that can be seen; found a mark that turns the direction of writing (U+202C)",
    ],
    remedy: "Delete them: they came with a text that was pasted.",
  },
  {
    mistake: "Marks of a merge",
    source: "<<<<<<< HEAD\nOne text.\n=======\nAnother.\n>>>>>>> theirs\n",
    says: [
      "6:1: expected one text, where a merge has left two; found <<<<<<<",
      "8:1: expected one text, where a merge has left two; found =======",
      "10:1: expected one text, where a merge has left two; found >>>>>>>",
    ],
    remedy: "Keep what is right, and delete the three lines.",
  },
];
