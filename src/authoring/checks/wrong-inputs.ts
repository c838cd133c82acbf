import { usableTags } from "./component-problems.ts";
import { wrongDemos } from "./wrong-demos.ts";
import { wrongFiles } from "./wrong-files.ts";
import { wrongFrontmatter } from "./wrong-frontmatter.ts";
import { wrongMarkdown } from "./wrong-markdown.ts";
import { wrongReference } from "./wrong-reference.ts";
import { wrongResources } from "./wrong-resources.ts";
import { wrongTags } from "./wrong-tags.ts";
import { wrongTasks } from "./wrong-tasks.ts";
import { wrongText } from "./wrong-text.ts";

/** A mistake that an author might make, and the exact words that answer it. */
export interface WrongInput {
  /** What the author did. */
  readonly mistake: string;
  /** The page, or what stands in it below good frontmatter. */
  readonly source: string;
  /** The name of the page's file in the content folder, where that is the mistake. */
  readonly name?: string;
  /** Other files that it takes, in the content folder: their names, and what stands in them. */
  readonly beside?: Readonly<Record<string, string>>;
  /** `line:column: text`, one for each problem, as the build and `npm run check` say it. */
  readonly says: readonly string[];
  /** How to mend it, where the message does not say all. */
  readonly remedy: string;
}

const aCase = "```http\nGET /books/1\n```\n\n- [x] 200\n- [ ] 404\n";

const wrongBlocks: readonly WrongInput[] = [
  {
    mistake: "A block that does not end",
    source: "```http send\nGET /books\n\nMore text.\n",
    says: ["6:1: expected a line ``` that ends the block which begins here; found none"],
    remedy: "Write ``` below the block’s last line.",
  },
  {
    mistake: "A block that ends only where the next one ends",
    source: "```http send\nGET /books\n\nMore text.\n\n```http send\nGET /books/1\n```\n",
    says: [
      "6:1: expected a line ``` that ends the block which begins here; found the beginning of another one, in line 11",
    ],
    remedy: "Write ``` below the first block’s last line.",
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
    says: [
      "6:9: expected one of send, collapsed, predict, raw, must, task, resource, title, as, open, or {lines}; found “sned”. Did you mean “send”?",
    ],
    remedy: "Write the option as it is listed.",
  },
  {
    mistake: "A title without quotes",
    source: "```http send title=Books\nGET /books\n```\n",
    says: ['6:14: expected a title in straight double quotes, such as title="Add a book"; found title=Books'],
    remedy: "Put the title in double quotes.",
  },
  {
    mistake: "A request that is only shown, in a version of HTTP that is no text",
    source: "```http\nGET /books HTTP/9.9\n```\n",
    says: ["7:12: expected HTTP/1.1 or HTTP/1.0 (later versions are not text: write HTTP/1.1); found “HTTP/9.9”"],
    remedy: "Write HTTP/1.1, or leave the version out.",
  },
  {
    mistake: "A misspelt method in a request that is only shown",
    source: "```http\nGTE /books\n```\n",
    says: ["7:1: expected the method GET; found “GTE”"],
    remedy: "Write the method as it is meant.",
  },
  {
    mistake: "A misspelt field in a response that is only shown",
    source: "```http\nHTTP/1.1 200 OK\nSet-Cokie: visitor=1\n\n```\n",
    says: ["8:1: expected the field Set-Cookie, or a name less like it; found “Set-Cokie”"],
    remedy: "Write the field as it is known.",
  },
  {
    mistake: "A field without a colon in a block of fields",
    source: "```http\nAccept: text/html\nCookie\n```\n",
    says: ["8:1: expected a field such as Accept: text/html; found “Cookie”"],
    remedy: "Write a colon and a value behind the name.",
  },
  {
    mistake: "Lines to mark that a block of code does not have",
    source: "```js {9}\nlet a = 1;\n```\n",
    says: ["6:7: expected lines that the block has, from 1 to 1; found 9"],
    remedy: "Count the lines from 1.",
  },
  {
    mistake: "A word behind the language of code",
    source: '```js title="Sum"\nlet a = 1;\n```\n',
    says: ['6:1: expected nothing but {lines} to mark behind this language; found “title="Sum"”'],
    remedy: "Say it above the block.",
  },
  {
    mistake: "Quotes of a word processor in a tag",
    source: "<Belief claim=“It remembers”>\n\n**False. It does not.**\n\n</Belief>\n",
    says: [
      '6:15: expected straight quotes around the value: claim="It remembers"; found “, a quote as word processors make it',
    ],
    remedy: "Type the quotes anew, or switch off “smart quotes”.",
  },
  {
    mistake: "An option without the one it needs",
    source: "```http collapsed\nGET /books\n```\n",
    says: ["6:9: expected “send” before “collapsed”; found no “send”"],
    remedy: "Put send first.",
  },
  {
    mistake: "An act that there is not",
    source: "```http send as=lnk\nGET /books\n```\n",
    says: [
      "6:14: expected as= and what the request stands for, one of link, address, form, script, part, reload, redirect; found “lnk”. Did you mean “link”?",
    ],
    remedy: "Write an act as it is listed.",
  },
  {
    mistake: "A request that its act cannot make",
    source: "```http send as=link\nDELETE /books/1\n```\n",
    says: ["7:1: expected a request that fits as=link; found the method DELETE, which no link makes"],
    remedy: "Write as=script, or leave it out.",
  },
  {
    mistake: "A raw message and an act",
    source: "```http send raw as=link\nGET /books\n```\n",
    says: [
      "6:14: expected either “raw” or “as=…”; found both: a raw message is written by hand, and no browser sends it",
    ],
    remedy: "Leave one of them out.",
  },
  {
    mistake: "A prediction without its question",
    source: "```http send predict\nGET /books\n```\n\nAll books come back.\n",
    says: [
      "6:1: expected right under a block with “predict” a paragraph that asks, and a task list of what readers may expect, such as - [x] 404; found none",
    ],
    remedy: "Ask under the block, or leave predict out.",
  },
  {
    mistake: "A prediction of which nothing is right",
    source: "```http send predict\nGET /books\n```\n\nWhat comes?\n\n- [ ] 404\n- [ ] 500\n",
    says: ["12:1: expected a right choice, - [x] …; found none with an x"],
    remedy: "Put an x at what comes.",
  },
  {
    mistake: "A prediction of several requests",
    source: "```http send predict\nGET /books\n\n###\n\nGET /books/1\n```\n\nWhat comes?\n\n- [x] 200\n- [ ] 500\n",
    says: ["6:1: expected one request in a block with “predict”; found 2"],
    remedy: "Ask about each in a block of its own.",
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
      "6:14: expected one of send, collapsed, predict, raw, must, task, resource, title, as, open, or {lines}; found “titel”. Did you mean “title”?",
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
    says: ["7:12: expected HTTP/1.1 or HTTP/1.0 (later versions are not text: write HTTP/1.1); found “HTTP/3.0”"],
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
    says: ["9:17: expected 17, the number of bytes of the content that follows; found 3"],
    remedy: "Leave Content-Length out: it is counted for you.",
  },
  {
    mistake: "A Content-Length that is no number",
    source: "```http send\nPOST /books HTTP/1.1\nContent-Length: many\n\nx\n```\n",
    says: ["8:17: expected a number of bytes, in 1 to 15 digits; found “many”"],
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
    source: "```http send\nPUT /books HTTP/1.1\nHost: library.example\n\n?? status == 201\n```\n",
    says: ["10:1: expected status == 201; found “405”. The server says: /books takes only GET, HEAD, POST, OPTIONS."],
    remedy: "Mend the request.",
  },
  {
    mistake: "An error that no line expects",
    source: "```http send\nGET /bokos HTTP/1.1\n```\n",
    says: [
      "7:1: expected ?? status == 404 below a request that is to end in an error; found 404, and no such line. The server says: There is nothing at /bokos.",
    ],
    remedy: "Mend the request, or say that you want the error.",
  },
  {
    mistake: "A method one letter off",
    source: "```http send\nPSOT /books HTTP/1.1\n```\n",
    says: ["7:1: expected the method POST; found “PSOT”"],
    remedy: "Write the method, in capital letters. Where you want its 501, say ?? status == 501.",
  },
  {
    mistake: "A field one letter off",
    source: '```http send\nGET /books HTTP/1.1\nIf-Non-Match: "v1"\n```\n',
    says: ["8:1: expected the field If-None-Match, or a name less like it; found “If-Non-Match”"],
    remedy: "Write the field as it is known.",
  },
  {
    mistake: "A second request without ###",
    source: "```http send\nGET /books/1 HTTP/1.1\n\nGET /books/2 HTTP/1.1\n```\n",
    says: [
      "9:1: expected a line with ### between two requests; found “GET /books/2 HTTP/1.1” in the content of the one above",
    ],
    remedy: "Put ### above the second request.",
  },
  {
    mistake: "An expectation with one question mark",
    source: "```http send\nGET /books HTTP/1.1\n\n? status == 200\n```\n",
    says: ["9:1: expected two question marks before an expectation, as in ?? status == 200; found one"],
    remedy: "Write ??.",
  },
  {
    mistake: "A heading that may be a comment",
    source: "```http send\nPOST /books HTTP/1.1\nContent-Type: text/markdown\n\n# Dune\n\nA book.\n```\n",
    says: [
      "10:1: expected no line with # or // at the start or end of this content, where it may be content or a comment (comments can stand above the request line); found “# Dune”",
    ],
    remedy: "Put a comment above the request line; begin and end the content with another line.",
  },
  {
    mistake: "A form whose lines do not join",
    source:
      "```http send\nPOST /books HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ntitle=Dune\nauthor=Herbert\n```\n",
    says: ["11:1: expected & before the next value of the form; found “author=Herbert”"],
    remedy: "Begin each further line with &. The lines are joined to one.",
  },
  {
    mistake: "Another host",
    source: "```http send\nGET https://api.example/users HTTP/1.1\n```\n",
    says: ["7:13: expected library.example, the only host that answers here; found “api.example”"],
    remedy: "Ask library.example, or write http without send.",
  },
  {
    mistake: "Content with GET",
    source: "```http send\nGET /books HTTP/1.1\n\nhello\n```\n",
    says: [
      "9:1: expected no content, since browsers send none with GET (another method, such as POST, has some); found “hello”",
    ],
    remedy: "Take the content out, or choose another method.",
  },
  {
    mistake: "A typographic quote in a field",
    source: "```http send\nGET /books HTTP/1.1\nX-Name: Zoë’s\n```\n",
    says: [
      "8:12: expected a character that fields can carry, up to “ÿ” (write ' or %E2%80%99 in its place); found “’”",
    ],
    remedy: "Write a plain sign.",
  },
  {
    mistake: "A method that browsers refuse",
    source: "```http send\nTRACE /books HTTP/1.1\n```\n",
    says: [
      "7:1: expected a method that browsers send for a page (they refuse CONNECT, TRACE and TRACK); found “TRACE”",
    ],
    remedy: "Write raw behind send for a message that no browser sends.",
  },
  {
    mistake: "A field that browsers leave out",
    source: "```http send\nGET /visits\n\n###\nGET /visits HTTP/1.1\nCookie: visitor=1\n```\n",
    says: [
      "11:1: expected a field that a page can set, or “raw” behind send for a message that no browser sends; found “Cookie”, on which the answer depends",
    ],
    remedy: "Take the field out, or write raw.",
  },
  {
    mistake: "A curl command",
    source: "```http send\ncurl -X POST http://library.example/books\n```\n",
    says: [
      "7:1: expected a request line such as GET /books HTTP/1.1 (a demo’s editor makes one of a curl command: paste it there); found a curl command",
    ],
    remedy: "Copy the request from the editor.",
  },
  {
    mistake: "A name and a password as they are",
    source: "```http send\nGET /members HTTP/1.1\nAuthorization: Basic ada secret\n```\n",
    says: ["8:16: expected Basic YWRhOnNlY3JldA==, the name and the password in Base64; found “Basic ada secret”"],
    remedy: "Write them as they are sent.",
  },
  {
    mistake: "A value of a response to no request above",
    source: "```http send\n### Add\n# @name add\nGET /books/1\n\n### Look\nGET /books/{{ad.response.body.id}}\n```\n",
    says: ["12:12: expected the name of a request above, as a line # @name ad gives it, one of add; found “ad”"],
    remedy: "Write the name of a request that stands above, or give it one.",
  },
  {
    mistake: "A field of an earlier response that did not come",
    source:
      "```http send\n# @name first\nGET /books/99\nAccept: application/json\n\n?? status == 404\n\n###\nGET /books/1\nIf-None-Match: {{first.response.headers.ETag}}\n```\n",
    says: [
      "15:16: expected a field that came, one of Date, Content-Type, Content-Length, Vary in “{{first.response.headers.ETag}}”; found “ETag”",
    ],
    remedy: "Write one that comes.",
  },
  {
    mistake: "A value of a response that was an error",
    source:
      '```http send\n### Add\n# @name add\nPOST /books\nContent-Type: application/json\n\n{"title": "Dune",}\n\n?? status == 201\n\n###\nGET /books/{{add.response.body.id}}\n```\n',
    says: ["14:1: expected status == 201; found “400”. The server says: The content is not well-formed JSON."],
    remedy: "Mend the request above.",
  },
  {
    mistake: "A variable without its sign",
    source: "```http send\nhost = library.example\n\n###\nGET /books\nHost: {{host}}\n```\n",
    says: ["7:1: expected @ before a variable’s name, as in @host = …; found none"],
    remedy: "Write @host = library.example.",
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
    mistake: "A misspelt component",
    source: "<Quesiton>\nText\n</Quesiton>\n",
    says: [`6:1: expected ${usableTags}; found <Quesiton>. Did you mean “Question”?`],
    remedy: "Write the name as it is listed.",
  },
  {
    mistake: "An attribute that a component does not have",
    source: '<Belief claim="The page is the server." tone="loud">\n**False.** It is not.\n</Belief>\n',
    says: ['6:1: expected at <Belief> no attribute but claim="what many believe"; found “tone”'],
    remedy: "Leave it out, or write one of those that are named.",
  },
  {
    mistake: "Something within a component that holds nothing",
    source: "<WhatYouBelieved>\n\nText.\n\n</WhatYouBelieved>\n",
    says: ["6:1: expected <WhatYouBelieved /> alone; found text or blocks inside it"],
    remedy: "Write it before or after the component.",
  },
  {
    mistake: "An attribute that a demo does not have",
    source: `<GuessTheStatus titel="Mine">\n\n${aCase}\n</GuessTheStatus>\n`,
    says: [
      '6:1: expected at <GuessTheStatus> no attribute but title="Guess the status", id="a-name", must; found “titel”',
    ],
    remedy: "Leave it out, or write one of those that are named.",
  },
  {
    mistake: "A demo without a case",
    source: "<GuessTheStatus>\n\nText.\n\n</GuessTheStatus>\n",
    says: ["6:1: expected at least one http block inside <GuessTheStatus>; found none"],
    remedy: "Write a request, and choices under it.",
  },
  {
    mistake: "Stages of the cycle that are not five",
    source:
      "<CyclePlayer>\n\n1. The client asks\n2. The server answers\n\n```http\nGET /books\n```\n\n</CyclePlayer>\n",
    says: ["8:1: expected a sentence for each of the 5 stages; found 2"],
    remedy: "Say in one line each what happens in the five stages, or leave the list out.",
  },
  {
    mistake: "A number of cycles that a visit does not take",
    source:
      "<WhatComesBack>\n\n```http\nGET /exhibition\nAccept: text/html\n\n?? cycles == 3\n```\n\n</WhatComesBack>\n",
    says: ["8:1: expected 3 cycles, as its ?? cycles says; found 4"],
    remedy: "Write the number that is found, or change what the page names.",
  },
  {
    mistake: "Something else about cycles than their number",
    source:
      "<WhatComesBack>\n\n```http\nGET /exhibition\nAccept: text/html\n\n?? cycles > 3\n```\n\n</WhatComesBack>\n",
    says: ["12:1: expected a number of cycles, such as ?? cycles == 3; found “?? cycles > 3”"],
    remedy: "Write the number as in the example.",
  },
  {
    mistake: "Two demos with one title",
    source: `<GuessTheStatus title="Mine">\n\n${aCase}\n</GuessTheStatus>\n\n<GuessTheStatus title="Mine">\n\n${aCase}\n</GuessTheStatus>\n`,
    says: ['17:1: expected a title that no other demo of the page has, or an id of its own; found title="Mine" again'],
    remedy: "A demo is known by its title, so give each its own.",
  },
  {
    mistake: "An option that a demo’s block does not have",
    source: `<GuessTheStatus>\n\n${aCase.replace("http", "http send")}\n</GuessTheStatus>\n`,
    says: ["8:9: expected one of off, expect, raw, title, as; found “send”"],
    remedy: "Blocks in demos are sent by their demo.",
  },
  {
    mistake: "A choice that is right, but does not come",
    source: `<GuessTheStatus>\n\n${aCase.replace("[x] 200", "[ ] 200").replace("[ ] 404", "[x] 404")}\n</GuessTheStatus>\n`,
    says: [
      "12:1: expected [x] at 200, which is what comes, and nowhere else; found [ ] 200",
      "13:1: expected [x] at 200, which is what comes, and nowhere else; found [x] 404",
    ],
    remedy: "Put the x at the status that comes.",
  },
  {
    mistake: "A belief under a choice that stands nowhere else",
    source: `<GuessTheStatus>\n\n${aCase}\n  > A 404 means that the server does not answer.\n\n</GuessTheStatus>\n`,
    beside: {
      "beliefs.mdx":
        '---\ntitle: Beliefs\ndescription: What many believe.\n---\n<Belief claim="A 404 means that the server did not answer.">\n**False.** It did.\n</Belief>\n',
    },
    says: [
      "13:1: expected a belief that stands in a <Belief claim> of the site, in the same words; found “A 404 means that the server does not answer.”. The nearest is “A 404 means that the server did not answer.”",
    ],
    remedy: "Quote the belief as it is written, or write a <Belief> for it.",
  },
  {
    mistake: "Something in a demo that it does not read",
    source: `<GuessTheStatus>\n\n${aCase}\n1. First\n\n</GuessTheStatus>\n`,
    says: ["15:1: expected paragraphs and one task list under an http block; found a numbered list"],
    remedy: "Write it before or after the demo.",
  },
  {
    mistake: "A component without what it needs",
    source: "<Belief>\n**False.** Text\n</Belief>\n",
    says: ['6:1: expected <Belief claim="what many believe">; found <Belief> without it'],
    remedy: "Add it to the tag.",
  },
  {
    mistake: "A belief without the truth that stands out",
    source: '<Belief claim="The server remembers me.">\nHTTP is stateless.\n</Belief>\n',
    says: ["6:1: expected the truth in one bold sentence first inside <Belief>: **False. …**; found none"],
    remedy: "Begin with it. Who reads only what is bold must take away nothing false.",
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
    mistake: "A question without answers",
    source: "<Question>\nWhy?\n</Question>\n",
    says: ["6:1: expected at least two answers inside <Question>: - [x] right, - [ ] wrong; found no list"],
    remedy: "Write the answers as a task list.",
  },
  {
    mistake: "A question without a right answer",
    source: "<Question>\nWhy?\n\n- [ ] So.\n\n  No.\n- [ ] Thus.\n\n  No.\n</Question>\n",
    says: ["9:1: expected a right choice, - [x] …; found none with an x"],
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
];

/** Every mistake of the guide, which is every mistake of the tests. */
export const wrongInputs: readonly WrongInput[] = [
  ...wrongFiles,
  ...wrongFrontmatter,
  ...wrongBlocks,
  ...wrongResources,
  ...wrongDemos,
  ...wrongTasks,
  ...wrongTags,
  ...wrongMarkdown,
  ...wrongText,
  ...wrongReference,
];
