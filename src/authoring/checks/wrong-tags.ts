import { usableTags } from "./component-problems.ts";
import type { WrongInput } from "./wrong-inputs.ts";

/** Components and HTML: their names, their attributes, where they stand. */
export const wrongTags: readonly WrongInput[] = [
  {
    mistake: "A number in quotes",
    source: '<Stage number="2" title="A request">\nText\n</Stage>\n',
    says: ['6:1: expected number={3}, with a number from 1 to 5; found number="2"'],
    remedy: "Write the number in braces: number={2}.",
  },
  {
    mistake: "A stage without its heading",
    source: "<Stage number={2}>\nText\n</Stage>\n",
    says: ['6:1: expected <Stage title="The server returns a response">; found <Stage> without it'],
    remedy: "Say in a sentence what happens in it: this is the heading.",
  },
  {
    mistake: "A stage that does not exist",
    source: '<Stage number={9} title="A request">\nText\n</Stage>\n',
    says: ["6:1: expected number={3}, with a number from 1 to 5; found number={9}"],
    remedy: "The cycle has five stages.",
  },
  {
    mistake: "A part within a part",
    source: '<Part title="One">\n\n<Part title="Two">\nText\n</Part>\n\n</Part>\n',
    says: ["8:1: expected <Part> below </Part>; found it within <Part>"],
    remedy: "Close the first part before the second begins.",
  },
  {
    mistake: "A stage twice",
    source: '<Stage number={2} title="One">\nText\n</Stage>\n\n<Stage number={2} title="Two">\nText\n</Stage>\n',
    says: ["10:1: expected each stage once in a page; found <Stage number={2}> again, after line 6"],
    remedy: "Put the two texts into one stage, or mend the number.",
  },
  {
    mistake: "A plan that does not add up",
    source:
      "<Plan minutes={45}>\n\n| Part, minutes | What |\n| --- | --- |\n| One: 20 | Ask |\n| Two: 20 | Act |\n\n</Plan>\n",
    says: ["6:1: expected rows that add up to minutes={45}; found 40"],
    remedy: "Mend the minutes of a row, or those of the whole.",
  },
  {
    mistake: "A row of a plan without minutes",
    source: "<Plan minutes={20}>\n\n| Minutes | What |\n| --- | --- |\n| 20 | Ask |\n| soon | Act |\n\n</Plan>\n",
    says: ["11:1: expected a number of minutes at the end of the cell for it; found none"],
    remedy: "Write how long it takes.",
  },
  {
    mistake: "A plan without minutes",
    source: "<Plan minutes={20}>\n\n| Part | What |\n| --- | --- |\n| 20 | Ask |\n\n</Plan>\n",
    says: ["6:1: expected a table with a column of minutes inside <Plan>; found none"],
    remedy: "Name a column of the table's head so.",
  },
  {
    mistake: "An act that counts, outside of the parts",
    source: "```http send must\nGET /books\n```\n",
    says: ["6:1: expected “must” in a <Part> or a <Stage>, for which it counts; found it outside of them"],
    remedy: "Put the block into the part for which it counts, or take “must” away.",
  },
  {
    mistake: "A value where none is meant",
    source:
      '<Part title="One">\n\n<Question must="yes">\nOne?\n\n- [x] A\n\n  Yes.\n- [ ] B\n\n  No.\n</Question>\n\n</Part>\n',
    says: ['8:1: expected must alone, without a value; found must="yes"'],
    remedy: "Write the word alone: must.",
  },
  {
    mistake: "Two parts with one title",
    source: '<Part title="One">\nText\n</Part>\n\n<Part title="One">\nText\n</Part>\n',
    says: ['10:1: expected parts with different titles; found title="One" again, after line 6'],
    remedy: "Give each part its own title: it is also its address.",
  },
  {
    mistake: "An attribute without a value",
    source: "<Belief claim>\n**False.** Text\n</Belief>\n",
    says: ['6:1: expected claim="what many believe"; found claim without a value'],
    remedy: "Write the text behind it.",
  },
  {
    mistake: "Braces where a text is meant",
    source: '<Belief claim={"The page is the server."}>\n**False.** Text\n</Belief>\n',
    says: ['6:1: expected claim="what many believe"; found claim={"The page is the server."}'],
    remedy: "Write the text in quotes, without braces.",
  },
  {
    mistake: "Braces around what is no number",
    source: '<Stage number={the second} title="A request">\nText\n</Stage>\n',
    says: [
      "6:15: expected a number between the braces, or a text in straight quotes and without braces; found {the second}",
    ],
    remedy: "Write the number.",
  },
  {
    mistake: "Emphasis as HTML",
    source: "This is <em>important</em>.\n",
    says: ["6:9: expected *words* for emphasis; found <em>"],
    remedy: "Write *important*.",
  },
  {
    mistake: "A list as HTML",
    source: "<ul>\n<li>One</li>\n</ul>\n",
    says: [
      "6:1: expected - before each item of a list; found <ul>",
      "7:1: expected - before each item of a list; found <li>",
    ],
    remedy: "Write - One.",
  },
  {
    mistake: "A film",
    source: '<iframe src="https://video.example/1"></iframe>\n',
    says: ["6:1: expected a picture, or a link to what is elsewhere: [words](address); found <iframe>"],
    remedy: "Link to it: no page loads from another site.",
  },
  {
    mistake: "A script",
    source: "<script>\nalert()\n</script>\n",
    says: ["6:1: expected no style and no script: the site’s own apply everywhere; found <script>"],
    remedy: "Take it out.",
  },
  {
    mistake: "A component of another program",
    source: "<Tabs>\nText\n</Tabs>\n",
    says: [`6:1: expected ${usableTags}; found <Tabs>`],
    remedy: "Use one of those that are there.",
  },
  {
    mistake: "An attribute that HTML does not have here",
    source: '<p align="center">Text</p>\n',
    says: ["6:1: expected at <p> no attribute but id, class, lang, dir, title; found “align”"],
    remedy: "Take it out: the site’s own style applies everywhere.",
  },
  {
    mistake: "A piece of a table without the table",
    source: "<td>200</td>\n",
    says: ["6:1: expected <td> within <tr>; found it alone"],
    remedy: "Write the table in markdown.",
  },
  {
    mistake: "Two things with one id",
    source: '<div id="one">\nText\n</div>\n\n<div id="one">\nText\n</div>\n',
    says: ['10:1: expected an id that nothing else in the page has; found id="one" again, after line 6'],
    remedy: "Give each its own.",
  },
  {
    mistake: "Marked lines that are not there",
    source: "```http send {1,9}\nGET /books\n```\n",
    says: ["6:14: expected lines that the block has, from 1 to 1; found 9"],
    remedy: "Count the block’s lines from 1.",
  },
  {
    mistake: "Several expectations that cannot be read",
    source: "```http send\nGET /books\n\n?? code == 200\n?? status equals 200\n?? status == 404\n```\n",
    says: [
      "9:4: expected status, header or body after ??; found “code”",
      "10:11: expected one of == != > >= < <= startsWith endsWith includes contains matches exists isTrue isFalse; found “equals”",
      "11:1: expected status == 404; found “200”",
    ],
    remedy: "Mend each; all are told at once.",
  },
  {
    mistake: "Markdown in an attribute",
    source: '<Belief claim="A `304` has content.">\n**False.** Text\n</Belief>\n',
    says: ["6:1: expected words without signs of markdown, which readers would see; found `304`"],
    remedy: "Write the words alone.",
  },
  {
    mistake: "A component without its text",
    source: '<Belief claim="The page is the server." />\n',
    says: ["6:1: expected a text between <Belief> and </Belief>; found none"],
    remedy: "Write the text, then </Belief>.",
  },
  {
    mistake: "A closing tag behind a text",
    source: "<Why>\nText</Why>\n",
    says: ["7:5: expected the tag </Why> in a line of its own; found text before it in its line"],
    remedy: "Put it into the next line.",
  },
  {
    mistake: "Blocks where words belong",
    source: "<p>\n\nText\n\n</p>\n",
    says: ["6:1: expected words alone in <p>, in one line with it; found lines or blocks"],
    remedy: "Leave the tags out: a text alone is a paragraph.",
  },
  {
    mistake: "A fold without its summary",
    source: "<details>\nText\n</details>\n",
    says: ["6:1: expected <summary>words</summary> as the first thing in <details>; found something else"],
    remedy: "Write what readers see before they open it.",
  },
  {
    mistake: "Text among terms",
    source: "<dl>\nText\n</dl>\n",
    says: ["6:1: expected nothing but <dt> and <dd> in <dl>; found text of its own"],
    remedy: "Write <dt>term</dt> and <dd>what it is</dd>.",
  },
  {
    mistake: "A heading with the words of a part",
    source: '<Part title="Freshness">\n\n### Freshness\n\nText\n</Part>\n',
    says: ["8:1: expected a heading with other words; found #freshness again, after line 6"],
    remedy: "Change one of the two: a place has one address.",
  },
  {
    mistake: "An id with a space",
    source: '<div id="my place">\nText\n</div>\n',
    says: ['6:1: expected an id of letters, digits and hyphens that begins with a letter; found id="my place"'],
    remedy: "Write my-place.",
  },
  {
    mistake: "A demo in the middle of a sentence",
    source: 'Look around in <MiniBrowser start="/" /> now.\n',
    says: ["6:16: expected <MiniBrowser> in a line of its own, between empty lines; found it within a text"],
    remedy: "End the sentence before it.",
  },
  {
    mistake: "A box in the middle of a sentence",
    source: "Words <Why>since they matter</Why> go on.\n",
    says: ["6:7: expected <Why> in a line of its own, between empty lines; found it within a text"],
    remedy: "Give it lines of its own.",
  },
  {
    mistake: "A block of HTML in the middle of a sentence",
    source: "Words <div>in a box</div> go on.\n",
    says: ["6:7: expected <div> in a line of its own, between empty lines; found it within a text"],
    remedy: "Give it lines of its own, or use <span>.",
  },
  {
    mistake: "A role that the words do not have",
    source: '<span role="button">Press</span> it.\n',
    says: ["6:1: expected at <span> no attribute but id, class, lang, dir, title; found “role”"],
    remedy: "Leave it out: nothing would happen on a press.",
  },
  {
    mistake: "An id that the page itself has",
    source: 'Words, and <span id="start">where</span> they begin.\n',
    says: [
      "6:12: expected an id that nothing else in the page has; found #start, which leads to the beginning of every page",
    ],
    remedy: "Give it another id.",
  },
  {
    mistake: "A language that there is not",
    source: 'They say <span lang="deutsch">Anfrage</span>.\n',
    says: ['6:10: expected a language by its code, such as lang="de"; found lang="deutsch"'],
    remedy: "Write its code of two or three letters.",
  },
  {
    mistake: "More parts than a phone shows",
    source: `<Stage number={1} title="Asked">\n\nText.\n\n</Stage>\n${"\n## Again\n\nText.\n".repeat(10)}`,
    says: ["48:1: expected at most 11 parts in a page with stages, for a phone shows a mark for each; found 12"],
    remedy: "Make some of them ### parts of others, or divide the page.",
  },
  {
    mistake: "Another tag closed before this one",
    source: '<Part title="One">\n\n<Why>\nIt matters.\n\n</Part>\n',
    says: ["11:1: expected the closing tag </Why> of the tag in line 8; found </Part>"],
    remedy: "Close what was opened last first: write </Why> below its text.",
  },
];
