import type { WrongInput } from "./wrong-inputs.ts";

const answer = "HTTP/1.1 200 OK\nContent-Type: text/plain\n\nClosed on Monday.";
const fence = (line: string, message = answer): string => `\`\`\`http resource\n${line}\n\n${message}\n\`\`\`\n`;
const beside = `---\ntitle: Before\ndescription: Text.\n---\n\n${fence("GET /notice")}`;

/** Resources that a page cannot add to the library. */
export const wrongResources: readonly WrongInput[] = [
  {
    mistake: "A resource in the place of one that the library has",
    source: fence("GET /books/7"),
    says: [
      "7:5: expected a path that the library does not have by itself; found “/books/7”, which is its GET /books/:id (src/library/site/books.ts)",
    ],
    remedy: "Choose another path. What the library has stands in the guide’s page on it.",
  },
  {
    mistake: "A resource that stands twice in a page",
    source: `${fence("GET /notice")}\n${fence("GET /notice")}`,
    says: ["16:1: expected each resource once on the site; found “/notice”, which line 7 adds, too"],
    remedy: "Take one of them out, or give it another path.",
  },
  {
    mistake: "A resource that another page adds",
    source: fence("GET /notice"),
    beside: { "before.mdx": beside },
    says: ["7:1: expected each resource once on the site; found “/notice”, which before.mdx:7 adds, too"],
    remedy: "A resource is there for all pages, so it stands in one of them.",
  },
  {
    mistake: "A resource of another server",
    source: fence("GET https://shop.example/notice"),
    says: ["7:5: expected a path of library.example, where the resource is to be; found the host “shop.example”"],
    remedy: "Write the path alone.",
  },
  {
    mistake: "A resource for another method",
    source: fence("POST /notice"),
    says: ["7:1: expected GET, for which the resource answers, and HEAD with it; found “POST”"],
    remedy: "Write GET. The server refuses all other methods by 405.",
  },
  {
    mistake: "A resource with a query",
    source: fence("GET /notice?day=1"),
    says: [
      "7:5: expected a path such as /notices/monday, of plain letters, digits and signs, without a query; found “/notice?day=1”",
    ],
    remedy: "Leave the query out: the resource answers whatever the query is.",
  },
  {
    mistake: "A resource without its answer",
    source: "```http resource\nGET /notice\n```\n",
    says: [
      "8:1: expected an empty line, and a response message that begins like HTTP/1.1 200 OK; found the end of the block",
    ],
    remedy: "Write the response below the request line, after an empty line.",
  },
  {
    mistake: "A resource whose status depends on the request",
    source: fence("GET /notice", "HTTP/1.1 304 Not Modified"),
    says: [
      "9:1: expected a final status that every GET gets (the server finds by itself when to send 206, 304, 405, 412, 416); found 304",
    ],
    remedy: "Write the answer to a plain GET, with ETag or Cache-Control: the server then answers conditions by 304.",
  },
  {
    mistake: "A resource with a field that the server writes",
    source: fence("GET /notice", answer.replace("\n\n", "\nDate: Mon, 02 Mar 2026 09:30:00 GMT\n\n")),
    says: ["11:1: expected fields that the server does not write itself; found “Date”"],
    remedy: "Take it out.",
  },
  {
    mistake: "A resource with content of no type",
    source: fence("GET /notice", "HTTP/1.1 200 OK\n\nClosed on Monday."),
    says: ["9:1: expected a field Content-Type, since there is content; found none"],
    remedy: "Add it, such as Content-Type: text/plain.",
  },
  {
    mistake: "A resource and another option",
    source: fence("GET /notice").replace("resource", "resource send"),
    says: ["6:18: expected “resource” with title alone; found “send”"],
    remedy: "Ask for it in a block of its own.",
  },
  {
    mistake: "An expectation below a resource",
    source:
      "```http resource\nGET /door\n\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\nCome in.\n\n?? status == 200\n```\n",
    says: ["14:1: expected the response as it is sent, and ?? in a block that asks for it; found “?? status == 200”"],
    remedy: "Write a block with send for it, and the line there.",
  },
];
