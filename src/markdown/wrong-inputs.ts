import { componentNames } from "./page-problems.ts";

/** A mistake that an author might make, and the exact words that answer it. */
export interface WrongInput {
  /** What the author did. */
  readonly mistake: string;
  /** The page, or what stands in it below good frontmatter. */
  readonly source: string;
  /** Another page that it takes: `cookies.mdx` in the content root, with this source. */
  readonly cookies?: string;
  /** `line:column: text`, one for each problem, as the build and `npm run check` say it. */
  readonly says: readonly string[];
  /** How to mend it, where the message does not say all. */
  readonly remedy: string;
}

export const wrongInputs: readonly WrongInput[] = [
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
      "2:1: expected one of the keys title, description, draft, order; found “titel”. Did you mean “title”?",
    ],
    remedy: "Write the key as it is listed.",
  },
  {
    mistake: "A key of the wrong type",
    source: "---\ntitle: 5\ndescription: Text.\n---\n",
    says: ["2:1: expected text after “title:”, such as title: Caching; found the number 5"],
    remedy: "Put text that looks like a number in quotes.",
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
    mistake: "A block that does not end",
    source: "```http send\nGET /books\n\nMore text.\n",
    says: ["6:1: expected a line ``` that ends the block which begins here; found none"],
    remedy: "Write ``` below the block’s last line.",
  },
  {
    mistake: "A misspelt language",
    source: "```https send\nGET /books\n```\n",
    says: ["6:1: expected the language http, in small letters, behind the ```; found “https”"],
    remedy: "Write http.",
  },
  {
    mistake: "A misspelt option",
    source: "```http sned\nGET /books\n```\n",
    says: ["6:9: expected one of send, collapsed, predict, title, or {lines}; found “sned”. Did you mean “send”?"],
    remedy: "Write the option as it is listed.",
  },
  {
    mistake: "A title without quotes",
    source: "```http send title=Books\nGET /books\n```\n",
    says: ['6:14: expected a title in double quotes, such as title="Add a book"; found title=Books'],
    remedy: "Put the title in double quotes.",
  },
  {
    mistake: "An option without the one it needs",
    source: "```http collapsed\nGET /books\n```\n",
    says: ["6:9: expected “send” before “collapsed”; found no “send”"],
    remedy: "Put send first.",
  },
  {
    mistake: "Line numbers that are none",
    source: "```http send {0}\nGET /books\n```\n",
    says: ["6:14: expected line numbers in braces, such as {2,4-6}; found {0}"],
    remedy: "Count the block’s lines from 1.",
  },
  {
    mistake: "Two slips at once",
    source: '```http send titel="x" {a}\nGET /books\n```\n',
    says: [
      "6:14: expected one of send, collapsed, predict, title, or {lines}; found “titel”. Did you mean “title”?",
      "6:24: expected line numbers in braces, such as {2,4-6}; found {a}",
    ],
    remedy: "Mend each; both are told at once.",
  },
  {
    mistake: "An empty block",
    source: "```http send\n```\n",
    says: ["7:1: expected a request line such as GET /books HTTP/1.1; found the end of the block"],
    remedy: "Write at least a request line.",
  },
  {
    mistake: "A request line with a bad target",
    source: "```http send\nGET books HTTP/1.1\n```\n",
    says: ["7:5: expected a target such as /books or https://library.example/books; found “books”"],
    remedy: "Begin the target with a slash.",
  },
  {
    mistake: "A version that does not exist",
    source: "```http send\nGET /books HTTP/3.0\n```\n",
    says: ["7:12: expected HTTP/1.1 or HTTP/1.0 (later versions are not text); found “HTTP/3.0”"],
    remedy: "Write HTTP/1.1, or leave the version out.",
  },
  {
    mistake: "A space before the colon",
    source: "```http send\nGET /books HTTP/1.1\nHost : library.example\n```\n",
    says: ["8:5: expected the colon right after the field name; found a space"],
    remedy: "Take the space out: servers refuse it, too.",
  },
  {
    mistake: "A field without a colon",
    source: "```http send\nGET /books HTTP/1.1\nAccept application/json\n```\n",
    says: ["8:7: expected a field line such as Accept: text/html, or an empty line before the content; found a space"],
    remedy: "Put a colon behind the name.",
  },
  {
    mistake: "A folded field",
    source: "```http send\nGET /books HTTP/1.1\nAccept: text/html,\n  application/json\n```\n",
    says: ["9:1: expected a field name (a line cannot continue the value of the line before); found a space"],
    remedy: "Write the value in one line.",
  },
  {
    mistake: "Two hosts",
    source: "```http send\nGET /books HTTP/1.1\nHost: library.example\nHost: other.example\n```\n",
    says: ["9:1: expected one Host field at most; found a second one (“other.example” after “library.example”)"],
    remedy: "Keep one.",
  },
  {
    mistake: "A Content-Length that does not count right",
    source:
      '```http send\nPOST /books HTTP/1.1\nContent-Type: application/json\nContent-Length: 3\n\n{"title": "Dune"}\n```\n',
    says: ["9:17: expected 17, the number of octets of the content that follows; found 3"],
    remedy: "Leave Content-Length out: it is counted for you.",
  },
  {
    mistake: "A Content-Length that is no number",
    source: "```http send\nPOST /books HTTP/1.1\nContent-Length: many\n\nx\n```\n",
    says: ["8:17: expected a number of octets, in 1 to 15 digits; found “many”"],
    remedy: "Leave Content-Length out.",
  },
  {
    mistake: "Transfer-Encoding in a block",
    source: "```http send\nPOST /books HTTP/1.1\nTransfer-Encoding: chunked\n\nx\n```\n",
    says: ["8:1: expected content that stands whole, in no transfer coding; found Transfer-Encoding"],
    remedy: "Leave it out: content stands in a block as it is.",
  },
  {
    mistake: "A script in a block",
    source: '```http send\nGET /books HTTP/1.1\n\n> {% client.log("x") %}\n```\n',
    says: [
      "9:1: expected an expectation such as ?? status == 200; found a script for the response (> {% … %}), which is not supported",
    ],
    remedy: "Write an expectation instead.",
  },
  {
    mistake: "Content from a file",
    source: "```http send\nPOST /books HTTP/1.1\n\n< ./book.json\n```\n",
    says: ["9:1: expected the content itself; found content from a file (< file), which is not supported"],
    remedy: "Write the content into the block.",
  },
  {
    mistake: "A variable without a value",
    source: "```http send\nGET /books/{{id}} HTTP/1.1\n```\n",
    says: ["7:12: expected a variable that a line such as @id = … sets above; found “{{id}}”"],
    remedy: "Set it above the request: @id = 1.",
  },
  {
    mistake: "An expectation that does not hold",
    source: "```http send\nGET /books/99 HTTP/1.1\n\n?? status == 200\n```\n",
    says: ["9:1: expected status == 200; found “404”"],
    remedy: "Expect what the server does, or send what you meant.",
  },
  {
    mistake: "A request that the server refuses",
    source: "```http send\nPSOT /books HTTP/1.1\nHost: library.example\n\n?? status == 201\n```\n",
    says: [
      "10:1: expected status == 201; found “501”. The server says: No method here is called PSOT; we know GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS.",
    ],
    remedy: "Mend the request.",
  },
  {
    mistake: "An expectation of a field that is not there",
    source: "```http send\nGET /books HTTP/1.1\n\n?? header location == /books/4\n```\n",
    says: ["9:1: expected header location == /books/4; found no location field"],
    remedy: "Look at the response: the transcript shows its fields.",
  },
  {
    mistake: "An expectation with an unknown operator",
    source: "```http send\nGET /books HTTP/1.1\n\n?? status equals 200\n```\n",
    says: [
      "9:11: expected one of == != > >= < <= startsWith endsWith includes contains matches exists isTrue isFalse; found “equals”",
    ],
    remedy: "Use one of the operators listed.",
  },
  {
    mistake: "An expectation about nothing known",
    source: "```http send\nGET /books HTTP/1.1\n\n?? code == 200\n```\n",
    says: ["9:4: expected status, header or body after ??; found “code”"],
    remedy: "Ask for status, header NAME, or body.",
  },
  {
    mistake: "A name used twice",
    source: "```http send\n# @name one\nGET /books\n\n###\n# @name one\nGET /books/1\n```\n",
    says: ["11:3: expected a name that no other request has; found “one”"],
    remedy: "Give each request its own name.",
  },
  {
    mistake: "A response with a bad status line",
    source: "```http\nHTTP/1.1 OK\n\n```\n",
    says: ["7:10: expected one space and a status code from 100 to 599; found “OK”"],
    remedy: "Write the three digits between the version and the reason.",
  },
  {
    mistake: "A response with a header in two lines",
    source: "```http\nHTTP/1.1 200 OK\nContent-Type text/html\n\n```\n",
    says: ["8:13: expected a field line such as Accept: text/html, or an empty line before the content; found a space"],
    remedy: "Put a colon behind the name.",
  },
  {
    mistake: "A heading of the first level",
    source: "# Caching\n",
    says: ["6:1: expected headings from ## on: the title in the frontmatter is the page’s only #; found #"],
    remedy: "Begin with ##.",
  },
  {
    mistake: "A heading without a space",
    source: "##Freshness\n",
    says: ["6:1: expected a space behind the signs of a heading; found none"],
    remedy: "Put a space behind ##.",
  },
  {
    mistake: "An empty heading",
    source: "##\n",
    says: ["6:1: expected a text behind ##; found none"],
    remedy: "Write the heading, or take the signs out.",
  },
  {
    mistake: "A skipped level",
    source: "## Caching\n\n#### Freshness\n",
    says: ["8:1: expected a heading with at most ### here, so that no level is skipped; found ####"],
    remedy: "Use ### below ##.",
  },
  {
    mistake: "A link to a page that is not there",
    source: "[the next lesson](./cacheing.mdx)\n",
    says: [
      "6:1: expected a link to a page, from this file or from the content root; found ./cacheing.mdx, but there is no content/cacheing.mdx",
    ],
    remedy: "Look at the file’s name and folder.",
  },
  {
    mistake: "A link to a page without its ending",
    source: "[the words](/glossary)\n",
    says: ["6:1: expected a file in public/ at /glossary; found no such file. Did you mean “/glossary.mdx”?"],
    remedy: "Name the page’s file.",
  },
  {
    mistake: "A link to a place that is not there",
    source: "## Freshness\n\n[see above](#fresh)\n",
    says: ["8:1: expected a place that content/caching.mdx has, such as #freshness; found #fresh"],
    remedy: "Use the heading’s words in lower case, joined by hyphens.",
  },
  {
    mistake: "A link to a place that another page lacks",
    source: "[the sixth stage](/index.mdx#stage-6)\n",
    says: ["6:1: expected a place that content/index.mdx has. Did you mean “stage-1”?; found #stage-6"],
    remedy: "Look at the other page’s headings.",
  },
  {
    mistake: "A link to a draft",
    source: "[the next lesson](./cookies.mdx)\n",
    cookies: "---\ntitle: Cookies\ndescription: Text.\ndraft: true\n---\n",
    says: [
      "6:1: expected a link to a page that is in the built site; found ./cookies.mdx, but content/cookies.mdx says “draft: true”",
    ],
    remedy: "Delete draft: true there when that page is ready, or take the link out.",
  },
  {
    mistake: "A link with a space in its address",
    source: "See [the words](/the glossary.mdx).\n",
    says: [
      "6:15: expected an address without spaces, then perhaps a caption in straight double quotes, then ): [words](address); found something else behind ](",
    ],
    remedy: "Take the space out, or put a text behind the address in straight quotes.",
  },
  {
    mistake: "An address in square brackets",
    source: "See [the words][glossary].\n",
    says: ["6:15: expected the address in round brackets: [words](address); found square brackets"],
    remedy: "Write the address behind the words.",
  },
  {
    mistake: "An address in a line of its own",
    source: "See [the words][1].\n\n[1]: /glossary.mdx\n",
    says: ["8:1: expected the address right behind the words: [words](/glossary.mdx); found a line of its own for it"],
    remedy: "Write the address behind the words.",
  },
  {
    mistake: "A link as in a wiki",
    source: "See [[glossary]].\n",
    says: ["6:5: expected a link of the form [words](address); found double brackets"],
    remedy: "Write the words, then the address.",
  },
  {
    mistake: "A percent sign in an address",
    source: "[half](/50%.mdx)\n",
    says: [
      "6:1: expected a link to a page, from this file or from the content root; found /50%.mdx, but there is no content/50%.mdx",
    ],
    remedy: "Look at the file’s name and folder.",
  },
  {
    mistake: "A link to a file of this computer",
    source: "[the words](file:///home/me/glossary.mdx)\n",
    says: ["6:1: expected an address that begins with https:, http: or mailto:; found file:///home/me/glossary.mdx"],
    remedy: "Link to the page’s file, from this one.",
  },
  {
    mistake: "A link without words",
    source: "[](/index.mdx)\n",
    says: ["6:1: expected a text between the brackets of the link to /index.mdx; found none"],
    remedy: "Say where the link leads.",
  },
  {
    mistake: "A link to a file that is not there",
    source: "[the paper](/paper.pdf)\n",
    says: ["6:1: expected a file in public/ at /paper.pdf; found no such file"],
    remedy: "Put the file into public/.",
  },
  {
    mistake: "A picture that is not there",
    source: "![A cache between two programs](./cache.png)\n",
    says: ["6:1: expected a file at ./cache.png, seen from this page’s file; found no such file"],
    remedy: "Put the picture beside the page’s file.",
  },
  {
    mistake: "A picture without a text alternative",
    source: "![](/icon.svg)\n",
    says: ["6:1: expected a text alternative: ![what the picture shows](/icon.svg); found none between the brackets"],
    remedy: "Say what the picture shows.",
  },
  {
    mistake: "A picture from another site",
    source: "![A logo](https://other.example/logo.png)\n",
    says: [
      "6:1: expected a picture that stands in the project, since no page loads from another site; found https://other.example/logo.png",
    ],
    remedy: "Copy the picture into the project.",
  },
  {
    mistake: "A picture as HTML",
    source: '<img src="./cycle.svg">\n',
    says: ["6:1: expected a picture as ![what it shows](address); found <img>"],
    remedy: "Write the picture as markdown.",
  },
  {
    mistake: "A misspelt component",
    source: "<Quesiton>\nText\n</Quesiton>\n",
    says: [
      `6:1: expected one of the components ${componentNames.join(", ")}; found <Quesiton>. Did you mean “Question”?`,
    ],
    remedy: "Write the name as it is listed.",
  },
  {
    mistake: "A component without what it needs",
    source: "<Belief>\nText\n</Belief>\n",
    says: ['6:1: expected <Belief claim="what many believe">; found <Belief> without it'],
    remedy: "Add it to the tag.",
  },
  {
    mistake: "A style of one’s own",
    source: '<div style="color: red">\nText\n</div>\n',
    says: ["6:1: expected no style and no script: the site’s own apply everywhere; found style"],
    remedy: "Take it out.",
  },
  {
    mistake: "A component that is not closed",
    source: "<Question>\n\nText\n",
    says: ["6:1: expected the closing tag </Question>; found none"],
    remedy: "Write </Question> below it.",
  },
  {
    mistake: "A component in the midst of a text",
    source: "<Question>Why?\n\n- [x] So.\n</Question>\n",
    says: ["6:1: expected the tags <Question> and </Question> in lines of their own; found <Question> within a text"],
    remedy: "Put each of the two tags in a line of its own.",
  },
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
    says: [
      "6:12: expected \\{ where a brace itself is meant, and a line ``` around a block; found braces around a text",
    ],
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
      '6:1: expected a page without import or export: every component is there by its name; found import Box from "./box.astro";',
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
    mistake: "A question without answers",
    source: "<Question>\nWhy?\n</Question>\n",
    says: ["6:1: expected at least two answers inside <Question>: - [x] right, - [ ] wrong; found no list"],
    remedy: "Write the answers as a task list.",
  },
  {
    mistake: "A question without a right answer",
    source: "<Question>\nWhy?\n\n- [ ] So.\n\n  No.\n- [ ] Thus.\n\n  No.\n</Question>\n",
    says: ["6:1: expected a right answer, - [x] …; found none with an x"],
    remedy: "Put an x before the right one.",
  },
  {
    mistake: "An answer without feedback",
    source: "<Question>\nWhy?\n\n- [x] So.\n- [ ] Thus.\n\n  No.\n</Question>\n",
    says: ["9:1: expected feedback under the answer: an indented paragraph that says why; found none"],
    remedy: "Say why, indented by two spaces.",
  },
  {
    mistake: "Steps without a list",
    source: "<Steps>\nFirst do this.\n</Steps>\n",
    says: ["6:1: expected a numbered list (1. …) inside <Steps>; found none"],
    remedy: "Number the steps.",
  },
  {
    mistake: "A leftover note",
    source: "More about caches tktk\n",
    says: ["6:19: expected text that is ready for readers; found the note “tktk”"],
    remedy: "Write it, or take it out.",
  },
  {
    mistake: "A leftover note in a comment",
    source: "{/* TODO: check the date */}\n",
    says: ["6:4: expected text that is ready for readers; found the note “TODO”"],
    remedy: "Do it, or take it out.",
  },
];
