import type { WrongInput } from "./wrong-inputs.ts";

const fields = { name: "reference/fields.md" };
const methods = { name: "reference/methods.md" };
const codes = { name: "reference/status-codes.md" };

const entry = (heading: string, sentence = "A mark of this version.", standard = "RFC 9110, section 8.8.3"): string =>
  `${heading}\n\n${sentence}\n\n${standard}\n`;
const classes = ["1xx Informational", "2xx Successful", "3xx Redirection", "4xx Client error", "5xx Server error"]
  .map((name) => entry(`## ${name}`))
  .join("\n");

/** What cannot be said of methods, status codes and fields. */
export const wrongReference: readonly WrongInput[] = [
  {
    mistake: "A file of the reference that nothing is made of",
    name: "reference/headers.md",
    source: entry("## ETag"),
    says: ["1:1: expected methods.md, status-codes.md, fields.md, or a page, which ends in .mdx; found headers.md"],
    remedy: "Write it into one of the three files.",
  },
  {
    mistake: "A file of the reference with nothing in it",
    ...methods,
    source: "",
    says: ["1:1: expected entries that begin with ## and a name, such as ## GET; found none"],
    remedy: "Each method, status code or field is a heading with two lines under it.",
  },
  {
    mistake: "A text above the first name",
    ...fields,
    source: `All fields.\n\n${entry("## ETag")}`,
    says: ["1:1: expected a heading with ## above the first text, such as ## Content-Type; found “All fields.”"],
    remedy: "Take it out. What the page of the reference says first stands in content/reference.mdx.",
  },
  {
    mistake: "A heading of another level",
    ...fields,
    source: `${entry("# ETag")}\n${entry("#### Vary")}`,
    says: [
      "1:1: expected ## before a name, or ### before a value of a field; found #",
      "7:1: expected ## before a name, or ### before a value of a field; found ####",
    ],
    remedy: "Write two of the signs, or three before a value.",
  },
  {
    mistake: "A heading without its space",
    ...fields,
    source: `${entry("## ETag")}\n${entry("##Vary")}`,
    says: ["7:1: expected a space behind ##; found “##Vary”"],
    remedy: "Write a space before the name.",
  },
  {
    mistake: "A heading without a name",
    ...methods,
    source: entry("##"),
    says: ["1:1: expected a name after ##, such as GET; found none"],
    remedy: "Write the name as messages have it.",
  },
  {
    mistake: "A heading that is no field’s name",
    ...fields,
    source: entry("## Entity tag"),
    says: ["1:1: expected a field’s name of letters, digits and hyphens, such as Content-Type; found “Entity tag”"],
    remedy: "Write the name as messages have it.",
  },
  {
    mistake: "A name that stands there twice",
    ...fields,
    source: `${entry("## ETag")}\n${entry("## Etag")}`,
    says: ["7:1: expected each name once; found “Etag”, which line 1 has, too"],
    remedy: "Take one of them out. Capitals make no difference in a field’s name.",
  },
  {
    mistake: "A value that stands there twice",
    ...fields,
    source: `${entry("## ETag")}\n${entry("### W/")}\n${entry("### W/")}`,
    says: ["13:1: expected each name once; found “W/”, which line 7 has, too"],
    remedy: "Take one of them out.",
  },
  {
    mistake: "A value of no field",
    ...fields,
    source: entry("### no-store"),
    says: ["1:1: expected a field with ## above its value; found ### no-store above all names"],
    remedy: "Write it below its field.",
  },
  {
    mistake: "A value of a method",
    ...methods,
    source: `${entry("## GET")}\n${entry("### /books")}`,
    says: ["7:1: expected values (###) below fields alone; found ### /books"],
    remedy: "Take it out: notes tell of values of fields.",
  },
  {
    mistake: "A value without a name",
    ...fields,
    source: `${entry("## ETag")}\n${entry("###")}`,
    says: ["7:1: expected a value after ###, such as no-store; found none"],
    remedy: "Write the value, or how it begins.",
  },
  {
    mistake: "A status code without its phrase",
    ...codes,
    source: `${classes}\n${entry("## 404")}`,
    says: ["31:1: expected 404 Not Found; found “404”"],
    remedy: "Write the code with the phrase that it comes with.",
  },
  {
    mistake: "A status code with another phrase",
    ...codes,
    source: `${classes}\n${entry("## 404 Nothing There")}`,
    says: ["31:1: expected 404 Not Found; found “404 Nothing There”"],
    remedy: "Write the phrase that it comes with. What you want to say of it stands in the sentence.",
  },
  {
    mistake: "A number that is no status code",
    ...codes,
    source: `${classes}\n${entry("## 600 Too Much")}`,
    says: ["31:1: expected a status code from 100 to 599, or a class from 1xx to 5xx; found 600"],
    remedy: "Look the code up in the standard.",
  },
  {
    mistake: "A status code that the library does not know",
    ...codes,
    source: `${classes}\n${entry("## 499 Client Closed Request")}`,
    says: ["31:1: expected a status code whose phrase the library knows, such as 404 Not Found; found 499"],
    remedy: "Codes and their phrases stand in src/http/rules/status.ts.",
  },
  {
    mistake: "A status code that is a word",
    ...codes,
    source: `${classes}\n${entry("## Not Found")}`,
    says: [
      "31:1: expected a status code with its phrase, such as 404 Not Found, or a class: 4xx Client error; found “Not Found”",
    ],
    remedy: "Begin with the number.",
  },
  {
    mistake: "A class of status codes of which nothing is said",
    ...codes,
    source: classes.replace(/## 4xx[\s\S]*?(?=## 5xx)/, ""),
    says: ["1:1: expected all five classes, 1xx to 5xx; found no 4xx"],
    remedy: "Say in a sentence what holds for all its codes: notes tell it of those that have none of their own.",
  },
  {
    mistake: "A name without a sentence",
    ...fields,
    source: `## ETag\n\n## Vary\n\nRFC 9110, section 12.5.5\n`,
    says: [
      "1:1: expected a sentence under “ETag”; found none",
      "5:1: expected a sentence under “Vary”; found “RFC 9110, section 12.5.5”",
    ],
    remedy: "Say in one sentence what it says.",
  },
  {
    mistake: "Two sentences",
    ...fields,
    source: entry("## ETag", "A mark of this version. Compare copies by it."),
    says: ["3:1: expected one sentence; found two or more: “A mark of this version. Compare copies by it.”"],
    remedy: "Leave out the less important one. It stands beside one line of a message.",
  },
  {
    mistake: "Half a sentence",
    ...fields,
    source: entry("## ETag", "a mark of this version"),
    says: ["3:1: expected a sentence with a capital letter and a full stop; found “a mark of this version”"],
    remedy: "Write both. Where a note goes on after a name, it makes the letter small by itself.",
  },
  {
    mistake: "A long sentence",
    ...fields,
    source: entry("## ETag", `A mark of this version, ${"so ".repeat(30)}to say.`),
    says: ["3:1: expected a sentence of 100 characters at most; found 121"],
    remedy: "Say it shorter. What needs more room belongs into a page.",
  },
  {
    mistake: "Markdown in a sentence",
    ...fields,
    source: entry("## ETag", "A mark of this `version`."),
    says: ["3:1: expected plain words, since notes show them as they stand; found “`”"],
    remedy: "Leave the sign out.",
  },
  {
    mistake: "A sentence without its standard",
    ...fields,
    source: "## ETag\n\nA mark of this version.\n\n## Vary\n\nFields that may decide.\n\nRFC 9110 12.5.5\n",
    says: [
      "3:1: expected the standard under the sentence: RFC 9110, section 8.3, or a link: [Fetch](https://…); found none",
      "9:1: expected the standard under the sentence: RFC 9110, section 8.3, or a link: [Fetch](https://…); found “RFC 9110 12.5.5”",
    ],
    remedy: "Write the RFC and the number of the section, or link to the place in another standard.",
  },
  {
    mistake: "More than a sentence and its standard",
    ...fields,
    source: `${entry("## ETag")}\nMore of it.\n`,
    says: ["7:1: expected one sentence and its standard, then the next heading; found “More of it.”"],
    remedy: "Take it out. What needs more room belongs into a page.",
  },
  {
    mistake: "A part of the reference that there is not",
    source: '<Reference of="headers" />\n',
    says: ['6:1: expected of= and one of methods, status-codes, fields; found of="headers"'],
    remedy: "Each part is named as its file in content/reference.",
  },
  {
    mistake: "A link to a name of which nothing is said",
    source: "See [the field](./reference.mdx#via).\n",
    beside: { "reference.mdx": '---\ntitle: Reference\ndescription: Text.\n---\n\n<Reference of="fields" />\n' },
    says: ["6:5: expected a place that content/reference.mdx has, such as #accept; found #via"],
    remedy: "Say it in content/reference, or link to another name.",
  },
];
