import type { WrongInput } from "./wrong-inputs.ts";

/** Texts, lists, tables, and signs that mean something in a page. */
export const wrongText: readonly WrongInput[] = [
  {
    mistake: "A line break as old HTML has it",
    source: "One line<br>and another\n",
    says: ["6:9: expected <br />, with a slash, since nothing closes it; found <br>"],
    remedy: "Write <br />.",
  },
  {
    mistake: "A comment as HTML has it",
    source: "<!-- Not yet -->\n",
    says: ["6:1: expected a comment between {/* and */}; found <!--"],
    remedy: "Write {/* Not yet */}.",
  },
  {
    mistake: "A lone brace",
    source: "The set {a, b is open.\n",
    says: ["6:9: expected a closing brace, or \\{ where a brace itself is meant; found none"],
    remedy: "Write \\{ for a brace, or put code in `backticks`.",
  },
  {
    mistake: "Braces around a word",
    source: "The set {a} is small.\n",
    says: ["6:9: expected \\{ where a brace itself is meant; found {a}"],
    remedy: "Write \\{a\\}, or put it in `backticks`.",
  },
  {
    mistake: "Braces around a text",
    source: "The set {a b c} is small.\n",
    says: ["6:9: expected \\{ where a brace itself is meant, and a line ``` around a block; found {a b c}"],
    remedy: "Write \\{ and \\}; around a message, write lines of three backticks.",
  },
  {
    mistake: "A lone angle bracket",
    source: "If a <b then stop.\n",
    says: [
      "6:6: expected a tag after <, or &lt; where the sign itself is meant, or [words](address) for a link; found something else",
    ],
    remedy: "Write &lt; or put code in `backticks`.",
  },
  {
    mistake: "An import",
    source: 'import Box from "./box.astro";\n\nText\n',
    says: [
      '6:1: expected a page without import or export (every component is there by its name), and another word at the start of a text; found import Box from "./box.astro";',
    ],
    remedy: "Use the components that are there.",
  },
  {
    mistake: "A note of an unknown kind",
    source: "> [!NOTICE]\n> Text\n",
    says: ["6:1: expected one of [!NOTE], [!TIP], [!WARNING]; found [!NOTICE]. Did you mean “NOTE”?"],
    remedy: "Write NOTE, TIP or WARNING.",
  },
  {
    mistake: "Bold that does not end",
    source: "This is **important.\n",
    says: [
      "6:9: expected ** before and behind the words, with no space within, or \\*\\* where the signs are meant; found ** alone",
    ],
    remedy: "Write ** behind the last word, too.",
  },
  {
    mistake: "Emphasis that does not end",
    source: "This is *important.\n",
    says: ["6:9: expected * before and behind the words, or \\* where the sign itself is meant; found * alone"],
    remedy: "Write * behind the last word, too.",
  },
  {
    mistake: "Code that does not end",
    source: "The field `Host names the host.\n",
    says: ["6:11: expected ` before and behind code, or \\` where the sign itself is meant; found ` alone"],
    remedy: "Write ` behind the code, too.",
  },
  {
    mistake: "Marked words as other programs write them",
    source: "This is ==important== here.\n",
    says: ["6:9: expected <mark>words</mark>; found == before and behind the words"],
    remedy: "Write <mark>important</mark>.",
  },
  {
    mistake: "A note as other programs write it",
    source: ":::note\nText\n:::\n",
    says: ["6:1: expected a note: a line > [!NOTE], and > before each of its lines; found a note in another way"],
    remedy: "Write > [!NOTE], and the text below it behind >.",
  },
  {
    mistake: "A formula",
    source: "It takes $n^2$ steps.\n",
    says: ["6:10: expected a formula in words or as `code`, for none is set here; found a formula"],
    remedy: "Write n², or `n * n`.",
  },
  {
    mistake: "A footnote without its text",
    source: "It is so.[^1]\n",
    says: ["6:10: expected a line [^1]: with the text of this footnote; found none"],
    remedy: "Write the line at the end of the page.",
  },
  {
    mistake: "A table whose second line is too short",
    source: "| Code | Name | Class |\n| --- | --- |\n| 200 | OK | 2xx |\n",
    says: ["7:1: expected as many cells here as in the line above, which has 3; found 2"],
    remedy: "Write --- for each column.",
  },
  {
    mistake: "A table without its second line",
    source: "| Code | Name |\n| 200 | OK |\n",
    says: ["7:1: expected the line | --- | --- | under the first line of a table; found none"],
    remedy: "Put the line in.",
  },
  {
    mistake: "A row with too many cells",
    source: "| Code | Name |\n| --- | --- |\n| 200 | OK | 2xx |\n",
    says: [
      "8:1: expected at most 2 cells in this row, as in the table’s head, and \\| where the sign itself is meant; found 3",
    ],
    remedy: "Add a column to the head, or take the cell out: readers would not see it.",
  },
  {
    mistake: "A box that is none",
    source: "- [] one\n",
    says: ["6:3: expected - [x] or - [ ] and a space, for an item with a box; found []"],
    remedy: "Write a space, or an x, between the brackets.",
  },
  {
    mistake: "Several braces and signs at once",
    source: "The sets {a: 1} and {b c}, if a <b.\n",
    says: [
      "6:10: expected \\{ where a brace itself is meant, and a line ``` around a block; found {a: 1}",
      "6:21: expected \\{ where a brace itself is meant, and a line ``` around a block; found {b c}",
      "6:33: expected a tag after <, or &lt; where the sign itself is meant, or [words](address) for a link; found something else",
    ],
    remedy: "Mend each; all are told at once.",
  },
  {
    mistake: "Quotes of a word processor around an attribute",
    source: "<Belief claim=“The page is the server.”>\n**False.** Text\n</Belief>\n",
    says: [
      '6:15: expected straight quotes around the value: claim="The page is the server."; found “, a quote as word processors make it',
    ],
    remedy: "Write straight quotes.",
  },
  {
    mistake: "An attribute without quotes",
    source: "<div id=five>\nText\n</div>\n",
    says: ['6:9: expected quotes around the value: id="five"; found id=five'],
    remedy: "Write the quotes.",
  },
  {
    mistake: "An attribute whose quote does not end",
    source: '<Belief claim="The page is the server.>\n**False.** Text\n</Belief>\n',
    says: ['6:15: expected " at the end of the value of claim; found none'],
    remedy: "Write the second quote.",
  },
  {
    mistake: "A leftover note",
    source: "More about caches tktk\n",
    says: [
      "6:19: expected text that is ready for readers, or `tktk` in backticks where the word itself is meant; found the note “tktk”",
    ],
    remedy: "Write it, or take it out.",
  },
  {
    mistake: "A leftover note in a comment",
    source: "{/* TODO: check the date */}\n",
    says: [
      "6:5: expected text that is ready for readers, or `TODO` in backticks where the word itself is meant; found the note “TODO”",
    ],
    remedy: "Do it, or take it out.",
  },
  {
    mistake: "A line under a text",
    source: "One thing.\n---\nAnother.\n",
    says: ["6:1: expected ## before a heading, or an empty line before a line ---; found a text with --- under it"],
    remedy: "Put an empty line between, or the text becomes a heading.",
  },
  {
    mistake: "A list without spaces",
    source: "-one\n-two\n",
    says: [
      "6:1: expected a space behind the sign of a list; found none",
      "7:1: expected a space behind the sign of a list; found none",
    ],
    remedy: "Write - one.",
  },
  {
    mistake: "A note without its signs",
    source: "[!NOTE]\nText\n",
    says: ["6:1: expected > before [!NOTE] and before each line of the note; found none"],
    remedy: "Write > before each line.",
  },
  {
    mistake: "A box in a text",
    source: "- [ ] Read the page.\n",
    says: ["6:1: expected boxes only in a question or a demo, where readers choose; found - [ ] or - [x] in a text"],
    remedy: "Write a list without boxes.",
  },
  {
    mistake: "A small figure as other programs write it",
    source: "It is CO~2~, not 10^6.\n",
    says: [
      "6:9: expected <sub>2</sub> for what stands low, or ~~words~~ for what is struck out; found ~ alone",
      "6:20: expected <sup>2</sup> for what stands high; found ^",
    ],
    remedy: "Write <sub> and <sup>.",
  },
  {
    mistake: "A term and what it is, as other programs write them",
    source: "Cache\n: A store of responses.\n",
    says: ["7:1: expected <dl> with <dt>term</dt> and <dd>what it is</dd>; found : before what a term is"],
    remedy: "Write them as HTML.",
  },
  {
    mistake: "A comment as other programs have it",
    source: "// Not yet\n",
    says: ["6:1: expected a comment between {/* and */}; found a comment in another way"],
    remedy: "Write {/* Not yet */}.",
  },
  {
    mistake: "A list of contents",
    source: "[TOC]\n",
    says: ["6:1: expected no list of contents: every page has its own; found [TOC]"],
    remedy: "Take it out.",
  },
  {
    mistake: "A little picture by its name",
    source: "Well done :smile:\n",
    says: ["6:11: expected the little picture itself; found its name between colons"],
    remedy: "Paste the picture.",
  },
  {
    mistake: "A name that HTML does not have",
    source: "A &longdash; here.\n",
    says: ["6:3: expected a sign by a name that HTML has, such as &nbsp; or &copy;; found &longdash;"],
    remedy: "Write the sign itself: —.",
  },
  {
    mistake: "A footnote that no text names",
    source: "Text.\n\n[^1]: More.\n",
    says: ["8:1: expected [^1] in a text of the page; found a footnote that no text names"],
    remedy: "Write [^1] where it belongs, or readers do not see it.",
  },
  {
    mistake: "Text that holds a place",
    source: "Lorem ipsum dolor sit amet.\n",
    says: [
      "6:1: expected text that is ready for readers, or `Lorem ipsum` in backticks where the word itself is meant; found the note “Lorem ipsum”",
    ],
    remedy: "Write it, or take it out.",
  },
  {
    mistake: "A mark that holds a place",
    source: "XXX say more.\n",
    says: [
      "6:1: expected text that is ready for readers, or `XXX` in backticks where the word itself is meant; found the note “XXX”",
    ],
    remedy: "Write the text, or make the page a draft.",
  },
  {
    mistake: "Braces with nothing between them",
    source: "The content is {}.\n",
    says: ["6:16: expected \\{ where a brace itself is meant; found {}"],
    remedy: "Write `{}` as code, or \\{\\}.",
  },
  {
    mistake: "A block between too few signs",
    source: "``http send\nGET /books\n``\n",
    says: ["6:1: expected a line that begins with ``` before a block, and one behind it; found fewer signs"],
    remedy: "Write three of them, each time in a line of their own.",
  },
  {
    mistake: "A note without a text",
    source: "> [!TIP]\n",
    says: ["6:1: expected a text below [!TIP], with > before each of its lines; found none"],
    remedy: "Write the note, or leave it out.",
  },
];
