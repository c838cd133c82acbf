import type { WrongInput } from "./wrong-inputs.ts";

/** Demos that lack a part, or hold one that they do not read. */
export const wrongDemos: readonly WrongInput[] = [
  {
    mistake: "A server without a request",
    source: "<BeTheServer>\n\nAnswer.\n\n</BeTheServer>\n",
    says: ["6:1: expected an http block with the client’s request inside <BeTheServer>; found none"],
    remedy: "Write the client’s request as an http block.",
  },
  {
    mistake: "A server whose answers are missing",
    source: "<BeTheServer>\n\n```http\nGET /books/7\nAccept: text/html\n```\n\n</BeTheServer>\n",
    says: [
      "8:1: expected http blocks with responses, such as HTTP/1.1 404 Not Found, or with the words hang up, under the request; found none",
    ],
    remedy: "Write at least one response, HTTP/1.1 and so on, under the request.",
  },
  {
    mistake: "What no client shows",
    source:
      "<BeTheServer>\n\n```http\nGET /books/7\nAccept: text/html\n```\n\nWhat will be shown?\n\n- [x] A page\n- [ ] An error of its own\n\n```http\nHTTP/1.1 404 Not Found\nContent-Type: text/html\n\n<p>No.</p>\n```\n\n</BeTheServer>\n",
    says: [
      "15:1: expected one of “A page, drawn from your content”, “Your content as it is written, tags and all”, “What it showed before”, “Nothing yet: it sends another request”, “An error of its own”; found “A page”",
    ],
    remedy: "Write one of the choices that are listed.",
  },
  {
    mistake: "A list in a builder of messages",
    source:
      "<MessageBuilder>\n\n```http as=link\nGET /books\nAccept: text/html\n```\n\n- [x] One\n- [ ] Two\n\n</MessageBuilder>\n",
    says: ["13:1: expected no task list inside <MessageBuilder>, which asks nothing; found one"],
    remedy: "It asks nothing: leave the list out.",
  },
  {
    mistake: "A message that no reader can build",
    source: "<MessageBuilder>\n\n```http as=reload\nGET /books\nAccept: text/html\n```\n\n</MessageBuilder>\n",
    says: [
      "8:1: expected an act of which a reader can make another message: as=link, as=form or as=script; found as=reload",
    ],
    remedy: "Write as=link, as=form or as=script.",
  },
  {
    mistake: "A look inside the server without a request",
    source: "<InsideTheServer>\n\nWatch it.\n\n</InsideTheServer>\n",
    says: ["6:1: expected at least one http block inside <InsideTheServer>; found none"],
    remedy: "Write a request.",
  },
  {
    mistake: "A request that never reaches the server that is looked into",
    source: "<InsideTheServer>\n\n```http off\nGET /books\n```\n\n</InsideTheServer>\n",
    says: ["8:1: expected no word but title, as, raw behind http at a block of <InsideTheServer>; found “off”"],
    remedy: "Leave the word out. GuessTheStatus, WhatComesBack and CyclePlayer can switch the server off.",
  },
  {
    mistake: "Three clients where there are two",
    source:
      "<TwoClients>\n\n```http\n### Ada: Ask\nGET /books\n\n###\n\n### Ben: Ask\nGET /books\n\n### Cleo: Ask\nGET /books\n```\n\n</TwoClients>\n",
    says: ["8:1: expected requests of two clients; found those of 3: Ada, Ben, Cleo"],
    remedy: "Give each request to one of two names.",
  },
  {
    mistake: "Two requests where one is sent again",
    source:
      "<SameAgain>\n\n```http\nGET /books/3\nAccept: text/html\n```\n\n```http\nGET /books/3\nAccept: text/html\n```\n\n</SameAgain>\n",
    says: ["13:1: expected one http block inside <SameAgain>; found another one"],
    remedy: "Leave one of them out.",
  },
  {
    mistake: "A step that does not say what the server must see",
    source: "<Walk>\n\n1. Press Go.\n\n</Walk>\n",
    says: ["8:1: expected an http expect block in each step, which says what the server must see; found none"],
    remedy: "Write an http expect block into the step.",
  },
  {
    mistake: "A step that no address of the library can take",
    source: '<Walk start="/books">\n\n1. Press Go.\n\n   ```http expect\n   GET /bokos\n   ```\n\n</Walk>\n',
    says: [
      "11:4: expected a target that the library has, or ?? status == 404 below it; found /bokos, which brings 404",
    ],
    remedy: "Mend the address: no reader could take this step.",
  },
  {
    mistake: "Two blocks of a demo with one title",
    source:
      '<CyclePlayer>\n\n```http title="Ask"\nGET /books\n```\n\n```http title="Ask"\nGET /books/1\n```\n\n</CyclePlayer>\n',
    says: ["12:1: expected a title that no other block of this <CyclePlayer> has; found “Ask” again"],
    remedy: "Give each its own: readers choose by it.",
  },
  {
    mistake: "Markdown in a demo’s title",
    source: '<SameAgain title="Ask `/visits`">\n\n```http\nGET /visits\n```\n\n</SameAgain>\n',
    says: ["6:1: expected words without signs of markdown, which readers would see; found `/visits`"],
    remedy: "Write the words alone.",
  },
  {
    mistake: "A title without words",
    source: '<SameAgain title="">\n\n```http\nGET /visits\n```\n\n</SameAgain>\n',
    says: ['6:1: expected words in title, or no title; found title=""'],
    remedy: "Write what readers see over the demo.",
  },
  {
    mistake: "A picture whose link leads nowhere",
    source:
      '<FirstCycle link="Alice" target="/bokos" invitation="Press it.">\n\n1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.\n\n</FirstCycle>\n',
    says: ['6:1: expected a target that the library has; found target="/bokos", which brings 404 Not Found'],
    remedy: "Mend the address.",
  },
  {
    mistake: "An id with capitals within a check",
    source:
      '<Check>\n\n<Question id="My One">\n\nWhich?\n\n- [x] This.\n\n  Yes.\n- [ ] That.\n\n  No.\n\n</Question>\n\n</Check>\n',
    says: ['8:1: expected an id of small letters, digits and hyphens; found id="My One"'],
    remedy: "Write my-one.",
  },
  {
    mistake: "A guess of which everything is right",
    source: "<SameAgain>\n\n```http\nGET /visits\n```\n\nWhat comes?\n\n- [x] 200\n- [x] A page\n\n</SameAgain>\n",
    says: ["14:1: expected a wrong choice, - [ ] …, since readers choose one; found an x at each"],
    remedy: "Offer what readers may wrongly expect, or leave the list out.",
  },
  {
    mistake: "An expectation of a server that is off",
    source:
      "<GuessTheStatus>\n\n```http off\nGET /books\n\n?? status == 200\n```\n\n- [x] no response\n- [ ] 200\n\n</GuessTheStatus>\n",
    says: ["11:1: expected no ?? below a request whose server is off, for nothing comes back; found one"],
    remedy: "Take the line out, or take off away.",
  },
  {
    mistake: "A walk that begins nowhere",
    source: '<Walk start="books">\n\n1. Press Go.\n\n   ```http expect\n   GET /books\n   ```\n\n</Walk>\n',
    says: ['6:1: expected start="/books", a target of library.example; found start="books"'],
    remedy: "Begin the target with a slash.",
  },
  {
    mistake: "Text in a small browser",
    source: '<MiniBrowser start="/books">\n\nLook around.\n\n</MiniBrowser>\n',
    says: ["8:1: expected nothing or one <Walk> inside <MiniBrowser>; found a paragraph"],
    remedy: "Say it above the browser.",
  },
  {
    mistake: "A picture without its link",
    source:
      '<FirstCycle target="/books/1" invitation="Press it.">\n\n1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.\n\n</FirstCycle>\n',
    says: ['6:1: expected <FirstCycle link="Alice">; found <FirstCycle> without link'],
    remedy: "Write the link’s words.",
  },
  {
    mistake: "A picture whose stages are not five",
    source: '<FirstCycle link="Alice" target="/books/1" invitation="Press it.">\n\n1. One.\n2. Two.\n\n</FirstCycle>\n',
    says: ["8:1: expected a sentence for each of the 5 stages; found 2"],
    remedy: "Say in one line each what happens in the five stages.",
  },
  {
    mistake: "An exercise without a model answer",
    source:
      '<Check title="Test">\n\n<Explain title="In your words">\n\nExplain it.\n\n- [ ] A point.\n\n</Explain>\n\n</Check>\n',
    says: [
      "8:1: expected a paragraph with the task, paragraphs with a model answer and a task list of points inside <Explain>; found no model answer",
    ],
    remedy: "Write the task, then a model answer, then the points.",
  },
  {
    mistake: "Items that cannot be put in order",
    source:
      '<Check title="Test">\n\n<PutInOrder title="Order">\n\n1. One [client]\n\n   Before.\n\n   Why.\n\n</PutInOrder>\n\n</Check>\n',
    says: ["8:1: expected a numbered list with at least two items inside <PutInOrder>, in the right order; found one"],
    remedy: "Write at least two items, in the right order.",
  },
  {
    mistake: "An attribute that a demo of servers lacks",
    source: "<SameAgain often={3}>\n\n```http\nGET /books/3\nAccept: text/html\n```\n\n</SameAgain>\n",
    says: [
      '6:1: expected at <SameAgain> no attribute but title="The same request again", id="a-name", must; found “often”',
    ],
    remedy: "Leave it out.",
  },
  {
    mistake: "An attribute at a walk inside a small browser",
    source:
      '<MiniBrowser>\n\n<Walk start="/books">\n\n1. Press Go.\n\n   ```http expect\n   GET /books\n   ```\n\n</Walk>\n\n</MiniBrowser>\n',
    says: ["8:1: expected <Walk> without attributes inside <MiniBrowser>, which has them; found “start”"],
    remedy: "Write it at <MiniBrowser>.",
  },
  {
    mistake: "A walk without steps inside a small browser",
    source: "<MiniBrowser>\n\n<Walk>\n\nLook around.\n\n</Walk>\n\n</MiniBrowser>\n",
    says: ["8:1: expected a numbered list of steps inside <Walk>; found none"],
    remedy: "Write the steps, or leave <Walk> out.",
  },
  {
    mistake: "A title at what the server must see",
    source: '<Walk>\n\n1. Press Go.\n\n   ```http expect title="Books"\n   GET /books\n   ```\n\n</Walk>\n',
    says: ["10:4: expected no word but as behind http at an http expect block; found “title”"],
    remedy: "Say it in the step’s text.",
  },
  {
    mistake: "A block with a title under a choice, where it is only shown",
    source:
      '<Question>\n\nWhich?\n\n- [x] This.\n\n  ```http title="Books"\n  GET /books\n  ```\n- [ ] That.\n\n  No.\n\n</Question>\n',
    says: ['12:3: expected no word behind the language of a block that is only shown; found title="Books"'],
    remedy: "Leave the words behind the language out.",
  },
  {
    mistake: "A question for all requests, each of which has its own",
    source:
      "<InsideTheServer>\n\nWhat comes?\n\n- [x] 200\n- [ ] 404\n\n```http\nGET /books\n```\n\nAnd here?\n\n- [x] 200\n- [ ] 404\n\n</InsideTheServer>\n",
    says: ["10:1: expected no task list before the first http block, since each block has its own; found one"],
    remedy: "Leave the first question out, or those under the blocks.",
  },
  {
    mistake: "A question of the author’s own about a status",
    source:
      "<GuessTheStatus>\n\n```http\nGET /books\n```\n\nWhat do you think?\n\n- [x] 200\n- [ ] 404\n\n</GuessTheStatus>\n",
    says: [
      "8:1: expected the task list right under the block: <GuessTheStatus> itself asks for the status; found a paragraph before it",
    ],
    remedy: "Write the paragraph above the block, or use <WhatComesBack>, which asks what you write.",
  },
  {
    mistake: "A reason too many for an item",
    source: "<PutInOrder>\n\n1. One\n\n   Because.\n\n   And so on.\n\n2. Two\n\n</PutInOrder>\n",
    says: [
      "12:4: expected at most one paragraph under an item without [who acts]: why it stands here; found another one",
    ],
    remedy: "Say it in one paragraph.",
  },
  {
    mistake: "A point that is ticked already",
    source: "<Explain>\n\nExplain it.\n\nSo it is.\n\n- [x] A point.\n\n</Explain>\n",
    says: ["12:1: expected - [ ] at each point, which readers tick themselves; found [x]"],
    remedy: "Write - [ ] at each point.",
  },
  {
    mistake: "A list in the reader’s report",
    source: "<MyWork>\n\n- One\n- Two\n\n</MyWork>\n",
    says: ["8:1: expected paragraphs inside <MyWork>; found a list without [x] or [ ]"],
    remedy: "Say it in a paragraph.",
  },
  {
    mistake: "A request beside the page’s own",
    source: "<ThisPage>\n\n```http\nGET /books\n```\n\n</ThisPage>\n",
    says: ["8:1: expected paragraphs inside <ThisPage>; found an http block"],
    remedy: "Leave it out: the request is the one that brought the page.",
  },
  {
    mistake: "A name over a picture that has none",
    source:
      '<FirstCycle title="Look" link="Alice" target="/books/1" invitation="Press it.">\n\n1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.\n\n</FirstCycle>\n',
    says: [
      '6:1: expected at <FirstCycle> no attribute but id="a-name", must, link="Alice", target="/books/1", invitation="Press Alice, and see what happens."; found “title”',
    ],
    remedy: "Leave it out.",
  },
  {
    mistake: "A value of an earlier response in a demo of single requests",
    source:
      "<GuessTheStatus>\n\n```http\nGET /books/{{add.response.body.id}}\n```\n\n- [x] 200\n- [ ] 404\n\n</GuessTheStatus>\n",
    says: ["9:12: expected the name of a request above, as a line # @name add gives it; found “add”"],
    remedy: "Write the value itself: each case has a library as it is at first.",
  },
  {
    mistake: "A value in a title",
    source:
      '<GuessTheStatus>\n\n```http title="Book {{id}}"\nGET /books/1\n```\n\n- [x] 200\n- [ ] 404\n\n</GuessTheStatus>\n',
    says: ['8:9: expected a title as readers see it, for no value is put in there; found title="Book {{id}}"'],
    remedy: "Write the title in words.",
  },
  {
    mistake: "One choice twice",
    source: "<GuessTheStatus>\n\n```http\nGET /books/1\n```\n\n- [x] 200\n- [ ] 404\n- [ ] 404\n\n</GuessTheStatus>\n",
    says: ["14:1: expected each choice once; found “404” again"],
    remedy: "Leave one of them out.",
  },
  {
    mistake: "One item twice in an order",
    source: "<PutInOrder>\n\n1. Ask\n2. Answer\n3. Ask\n\n</PutInOrder>\n",
    says: ["10:1: expected each item once; found it again"],
    remedy: "Say how the two differ: readers could not tell them apart.",
  },
  {
    mistake: "A small browser that begins where nothing is",
    source: '<MiniBrowser start="/bokos" />\n',
    says: ['6:1: expected a start that the library has; found start="/bokos", which brings 404'],
    remedy: "Write an address that the library has, and let readers go on from there.",
  },
  {
    mistake: "What is told of a choice, not indented",
    source: "<Question>\n\nWhich?\n\n- [ ] This.\n\nNo.\n\n- [x] That.\n\n  Yes.\n\n</Question>\n",
    says: ["12:1: expected 2 spaces before what stands under a choice; found none, which ends the list"],
    remedy: "Begin it where the choice’s box begins.",
  },
  {
    mistake: "A belief under a choice, not indented",
    source:
      "<SameAgain>\n\n```http\nGET /visits\n```\n\nWhat comes?\n\n- [ ] 404\n\n> A 404 means that the server did not answer.\n\n- [x] 200\n\n</SameAgain>\n",
    says: ["16:1: expected 2 spaces before what stands under a choice; found none, which ends the list"],
    remedy: "Begin it where the choice’s box begins.",
  },
  {
    mistake: "What the server must see, not indented",
    source:
      '<Walk start="/books">\n\n1. Press Go.\n\n```http expect\nGET /books\n```\n\n2. Press it again.\n\n   ```http expect\n   GET /books\n   ```\n\n</Walk>\n',
    says: ["10:1: expected 3 spaces before what stands under an item; found none, which ends the list"],
    remedy: "Begin each of its lines where the step’s text begins.",
  },
  {
    mistake: "Two signs in one list of choices",
    source: "<Question>\n\nWhich?\n\n- [ ] This.\n\n  No.\n\n* [x] That.\n\n  Yes.\n\n</Question>\n",
    says: [
      "14:1: expected the same sign before each choice, such as -; found another one, which begins a list of its own",
    ],
    remedy: "Write - before each.",
  },
  {
    mistake: "No space before a choice’s box",
    source:
      "<Question>\n\nWhich?\n\n- [ ] This.\n\n  No.\n- [x] That.\n\n  Yes.\n\n-[ ] Those.\n\n  No.\n\n</Question>\n",
    says: ["17:1: expected a space behind the sign of a list; found none"],
    remedy: "Write - [ ].",
  },
  {
    mistake: "A response to start from that cannot be read",
    source:
      "<BeTheServer>\n\n```http\nGET /books\n```\n\nWhat comes?\n\n- [x] A page, drawn from your content\n- [ ] An error of its own\n\n```http\nHTTP/1.1 OK\n```\n\nIt is drawn.\n\n</BeTheServer>\n",
    says: ["18:10: expected one space and a status code from 100 to 599; found “OK”"],
    remedy: "Write the three digits. What is right among the choices is looked at then.",
  },
  {
    mistake: "A response to start from that is none",
    source:
      "<BeTheServer>\n\n```http\nGET /books\n```\n\nWhat comes?\n\n- [x] A page, drawn from your content\n- [ ] An error of its own\n\n```http\nHTTP/1.1 404 Not Found\n```\n\n```http\nhangup\n```\n\n</BeTheServer>\n",
    says: [
      "22:1: expected http blocks with responses, such as HTTP/1.1 404 Not Found, or with the words hang up, under the request; found “hangup”",
    ],
    remedy: "Write hang up, in two words.",
  },
  {
    mistake: "A misspelt address in a demo",
    source: "<SameAgain>\n\n```http\nGET /bokos\n```\n\n</SameAgain>\n",
    says: [
      "9:1: expected ?? status == 404 below a request that is to end in an error; found 404, and no such line. The server says: There is nothing at /bokos.",
    ],
    remedy: "Mend the address, or say that you want the error.",
  },
  {
    mistake: "A misspelt address of a link from which readers start",
    source: '<MessageBuilder>\n\n```http title="Click" as=link\nGET /bokos#top\n```\n\n</MessageBuilder>\n',
    says: [
      "9:1: expected ?? status == 404 below a request that is to end in an error; found 404, and no such line. The server says: There is nothing at /bokos.",
    ],
    remedy: "Mend the address, or say that you want the error.",
  },
  {
    mistake: "A misspelt field in a demo",
    source: "<CyclePlayer>\n\n```http\nGET /books\nAcept: text/html\n```\n\n</CyclePlayer>\n",
    says: ["10:1: expected the field Accept, or a name less like it; found “Acept”"],
    remedy: "Write the field as it is known.",
  },
  {
    mistake: "A misspelt field of a response in a demo",
    source:
      "<BeTheServer>\n\n```http\nGET /books\n```\n\n```http\nHTTP/1.1 200 OK\nContent-Tipe: text/html\n\nHello\n```\n\n</BeTheServer>\n",
    says: ["14:1: expected the field Content-Type, or a name less like it; found “Content-Tipe”"],
    remedy: "Write the field as it is known.",
  },
];
