/**
 * What the check at the end of the lesson asks. Text between backticks is code.
 *
 * An option without a belief is the right one. Every other option names the belief that leads to it, in the words of a
 * `<Belief claim="…">` of the lesson, and its `why` says what is wrong with it.
 */
export interface Option {
  readonly text: string;
  readonly why: string;
  readonly belief?: string;
}

/** A question that probes one belief. Its id names it in the reader's stored answers. */
export interface Question {
  readonly id: string;
  readonly belief: string;
  readonly text: string;
  readonly options: readonly Option[];
}

export const questions: readonly Question[] = [
  {
    id: "unasked",
    belief: "The server can start the conversation.",
    text: "You look at a list of the books that are in. Now another reader hands a book back. What happens to your list?",
    options: [
      {
        text: "The server sends your browser the new list.",
        belief: "The server can start the conversation.",
        why: "In HTTP the client always speaks first. The server’s data has changed, but it can only answer a request.",
      },
      {
        text: "Nothing, until your browser asks again.",
        why: "The client always speaks first. The new list comes as the answer to your browser’s next request.",
      },
      {
        text: "It changes by itself, for it is the server’s list.",
        belief: "The page is the server.",
        why: "What you see is a copy that the server sent some time ago. A change over there does not reach it.",
      },
    ],
  },
  {
    id: "offline",
    belief: "The page is the server.",
    text: "A long page is open. You pull out the network cable and scroll down. What do you see?",
    options: [
      {
        text: "The rest of the page.",
        why: "The page is in your browser already. The server that sent it is another program, and scrolling asks it nothing.",
      },
      {
        text: "Nothing: the page goes as soon as the connection does.",
        belief: "The page is the server.",
        why: "The page is what a server sent, not the server. Your browser has it, and keeps it without any connection.",
      },
      {
        text: "An empty place: the server can no longer draw the rest.",
        belief: "The server sends a finished picture.",
        why: "The server draws nothing. It sent HTML, which is text, and your browser draws each part of it by itself.",
      },
    ],
  },
  {
    id: "missing",
    belief: "A 404 means that the server did not answer.",
    text: "You ask for `/books/99` and get 404 Not Found. What do you know about the server?",
    options: [
      {
        text: "It is switched off, or the way to it is broken.",
        belief: "A 404 means that the server did not answer.",
        why: "Then you would have no status code at all. A 404 is an answer: I am here, and I have nothing at that address.",
      },
      {
        text: "It sent the 404 before it had your request.",
        belief: "The server can start the conversation.",
        why: "A server waits until it is asked. It had to read your request to know that `/books/99` was wanted.",
      },
      {
        text: "It received your request and answered it.",
        why: "A status code stands in a response. This one says that the server has nothing to show at that address.",
      },
    ],
  },
  {
    id: "promise",
    belief: "A network error is an HTTP error.",
    text: 'A script calls `fetch("/books/99")`, and the server answers 404. What becomes of the promise?',
    options: [
      {
        text: "It rejects, for 404 is an error.",
        belief: "A network error is an HTTP error.",
        why: "It rejects where no response comes, as when the cable is out. A 404 is a response, so the promise is fulfilled, with `ok` set to `false`.",
      },
      {
        text: "It is fulfilled, and `response.ok` is `false`.",
        why: "A 404 is a response like any other. The promise rejects only where no response comes.",
      },
      {
        text: "It goes on waiting for an answer.",
        belief: "A 404 means that the server did not answer.",
        why: "The 404 is the answer. Nothing else follows it: a request gets one final response.",
      },
    ],
  },
  {
    id: "secret",
    belief: "POST is private, and GET carries no data.",
    text: "A form sends what you type to an address that begins with `http:`. With which method can nobody on the way read it?",
    options: [
      {
        text: "With POST.",
        belief: "POST is private, and GET carries no data.",
        why: "POST only moves your words from the target into the content. Both are text that anyone on the way can read.",
      },
      {
        text: "With GET: it sends nothing that you typed.",
        belief: "POST is private, and GET carries no data.",
        why: "GET carries your words in the query of the target. There they even end up in your history and in the server’s logs.",
      },
      {
        text: "With neither.",
        why: "What hides a message on the way is encryption: an address that begins with `https:`. The method has no say in it.",
      },
    ],
  },
  {
    id: "greeting",
    belief: "The server remembers me.",
    text: "You signed in yesterday. Today you open the site’s home page, and it greets you by name. How did the server know you?",
    options: [
      {
        text: "It remembers your browser.",
        belief: "The server remembers me.",
        why: "HTTP is stateless: nothing ties today’s request to yesterday’s but what stands in it. Without its cookie you are a stranger.",
      },
      {
        text: "Yesterday’s connection told it who asks.",
        belief: "When the response ends, the connection closes.",
        why: "Connections and cycles are two things, and neither tells who you are. A request is understood by what stands in it.",
      },
      {
        text: "Your browser sent something with the request, such as a cookie.",
        why: "Each request must say all that the server needs. The server gave the cookie out; the browser sends it back each time.",
      },
    ],
  },
  {
    id: "parts",
    belief: "One page is one request.",
    text: "A page names a style sheet and two pictures, and your browser has no copies. How many cycles until all is on screen?",
    options: [
      {
        text: "One.",
        belief: "One page is one request.",
        why: "The HTML only names the other files. The browser asks for each of the three in a cycle of its own.",
      },
      {
        text: "Four.",
        why: "One for the HTML, one for the style sheet, and one for each picture. Each has its own request and response.",
      },
      {
        text: "One cycle with four responses.",
        belief: "The server can start the conversation.",
        why: "The server cannot send a file unasked: a request gets one final response. The browser asks four times.",
      },
    ],
  },
  {
    id: "moved",
    belief: "A redirect moves me by the server’s hand.",
    text: "You submit a form. The server answers `303 See Other`, with `Location: /books/4`. Who asks for `/books/4`?",
    options: [
      {
        text: "Your browser, by itself.",
        why: "The server only names an address. Your browser sends the second request, and so begins a second cycle.",
      },
      {
        text: "The server: it takes you there.",
        belief: "A redirect moves me by the server’s hand.",
        why: "The server has answered, and its part is over. The address is only named; your browser does the asking.",
      },
      {
        text: "Nobody: the page came together with the 303.",
        belief: "One page is one request.",
        why: "These are two resources and two cycles. The first response says where to ask; the page comes with the second.",
      },
    ],
  },
  {
    id: "fragment",
    belief: "The part after # is sent.",
    text: "You type `library.example/books#new` and press Enter. Which target stands in the request?",
    options: [
      {
        text: "`/books#new`",
        belief: "The part after # is sent.",
        why: "The browser keeps `#new` to itself, to find the place on the page when it has come.",
      },
      {
        text: "`/books?new`",
        belief: "The part after # is sent.",
        why: "Only what follows a `?` is a query, and is sent. The part after `#` does not leave the browser in any form.",
      },
      {
        text: "`/books`",
        why: "The request names the resource. The part after `#` is for the browser alone, once the page is there.",
      },
    ],
  },
  {
    id: "all-well",
    belief: "200 means that all is well.",
    text: "A response says `200 OK`, and its page reads “Something went wrong”. What do you conclude?",
    options: [
      {
        text: "All is well: the status code decides.",
        belief: "200 means that all is well.",
        why: "A 200 means that the server says so, and servers can be wrong. Read the content, too.",
      },
      {
        text: "The server claims success, and its content says otherwise.",
        why: "Status code and content are both the server’s words. Some servers put 200 on an error page, so read both.",
      },
      {
        text: "The page is the browser’s own: the network failed.",
        belief: "A network error is an HTTP error.",
        why: "When the network fails, no response comes, and so no 200. This one came, and its page is the server’s.",
      },
    ],
  },
];

/** A stage as something that happens, without the word that tells who acts; and why it has that place and that actor. */
export interface Clue {
  readonly stage: 1 | 2 | 3 | 4 | 5;
  readonly text: string;
  readonly place: string;
  readonly actor: string;
}

/** In the order in which they are first shown, which is not the right one. */
export const clues: readonly Clue[] = [
  {
    stage: 4,
    text: "A status code and often content are sent",
    place: "It comes when the work is done: before that there is nothing to tell.",
    actor: "Only the server can answer what it was asked.",
  },
  {
    stage: 2,
    text: "A message is made of an action, and is sent",
    place: "It needs an action to be made of, and nobody can receive it before it is sent.",
    actor: "The browser makes the message for you, so the client acts.",
  },
  {
    stage: 5,
    text: "What came is shown, handed on, or reported as an error",
    place: "It needs a response, and after it the cycle is over.",
    actor: "The server’s part is over: the browser draws the page, so the client acts.",
  },
  {
    stage: 1,
    text: "A link is clicked, a form submitted, a URL typed",
    place: "It is the beginning: nothing is sent before somebody or something asks.",
    actor: "It happens in the browser, before the server knows of anything, so the client acts.",
  },
  {
    stage: 3,
    text: "A message is read, and what it asks for is done",
    place: "It begins when the request arrives, and ends before the answer leaves.",
    actor: "The server has been waiting for the message, and now works on it.",
  },
];

export const task =
  "Explain the HTTP request-response cycle in your own words, as to a friend who has never heard of it.";

export const modelAnswer: readonly string[] = [
  "You do something in your browser, the client: you click a link, submit a form or type a URL. The browser makes a request message of it, with a method, a target, header fields and sometimes content, and sends it to a server.",
  "The server has been waiting. It reads the message, works out what is asked for, and does it: it fetches data or changes something. Then it sends back one final response message, with a status code that tells how it went, fields, and often content.",
  "The browser reads the response and acts on it: it shows a page, hands data to a script, asks at another address, or reports an error. With that the cycle is over. Nothing more is sent until the client asks again.",
];

export const rubric: readonly string[] = [
  "The client begins: the server never speaks first.",
  "An action comes first, such as a click, a form or a typed URL.",
  "The client makes a request of it, with a method and a target.",
  "The server receives the request and does the work.",
  "The server sends one final response, with a status code.",
  "The client acts on the response.",
  "I said who acts in each of the five stages.",
  "I said that the cycle ends there, until the client asks again.",
];
