import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseHttpFile } from "./block/http-file.ts";
import { completeRequest } from "./complete-request.ts";
import type { Act } from "./interaction.ts";
import { formatRequest, formatResponse, type RequestMessage } from "./message/message.ts";
import { parseResponse } from "./message/parse-message.ts";
import { requestNotes, responseNotes } from "./notes.ts";
import { fieldText } from "./rules/fields.ts";
import { methodMeaning } from "./rules/methods.ts";
import { statusMeaning } from "./rules/status.ts";

const [written] = parseHttpFile("POST /books?x=1\nContent-Type: application/json\nX-Own: 1\n\n{\n}\n").requests;
const request = completeRequest(written?.request as RequestMessage);
const response = parseResponse("HTTP/1.1 201 Created\nLocation: /books/4\n\n");

describe("the notes of a request", () => {
  test("say of every line what it is and who wrote it", () => {
    assert.deepEqual(requestNotes(request), [
      {
        line: "POST /books?x=1 HTTP/1.1",
        part: "request-line",
        what: `Request line: POST ${methodMeaning("POST")}. The target is /books, with the query x=1. HTTP/1.1 is the version of the protocol.`,
        by: ["page", "browser"],
      },
      {
        line: "Host: library.example",
        part: "field",
        what: fieldText("Host"),
        by: ["browser"],
        hidden: true,
      },
      {
        line: "Content-Type: application/json",
        part: "field",
        what: fieldText("Content-Type"),
        by: ["page"],
      },
      {
        line: "X-Own: 1",
        part: "field",
        what: "This lesson does not explain this field.",
        by: ["page"],
      },
      {
        line: "Content-Length: 3",
        part: "field",
        what: fieldText("Content-Length"),
        by: ["browser"],
        hidden: true,
      },
      { line: "", part: "empty", what: "The empty line ends the fields. The content follows.", by: [] },
      { line: "{\n}", part: "content", what: "The content: 3 bytes of application/json.", by: ["page"] },
    ]);
  });

  test("have the lines of the message as it is formatted", () => {
    const [head, content] = formatRequest(request).split("\r\n\r\n");
    const lines = requestNotes(request).map(({ line }) => line);
    assert.deepEqual(lines, [...(head ?? "").split("\r\n"), "", content]);
  });

  test("say what of a shared line is whose", () => {
    const whats = (kind: Act, block: string) => {
      const [first] = parseHttpFile(block).requests;
      return requestNotes(completeRequest(first?.request as RequestMessage, kind), kind).map(({ what }) => what);
    };
    assert.match(whats("link", "GET /")[0] ?? "", / The page gave the address, the browser the rest\.$/);
    assert.match(whats("address", "GET /")[0] ?? "", / You gave the address, the browser the rest\.$/);
    const form = whats("form", "POST /\nContent-Type: text/plain\n\na=b");
    assert.match(form[0] ?? "", / The page gave the method and the address\.$/);
    assert.match(form.at(-1) ?? "", / The page gave the names, you the values\.$/);
  });

  test("say that a target of * is the server as a whole", () => {
    const notes = requestNotes({ ...request, target: "*", method: "OPTIONS", content: "" });
    assert.match(notes[0]?.what ?? "", /The target \* means the server as a whole\./);
    assert.equal(notes.at(-1)?.what, "The empty line ends the fields. This request has no content.");
  });
});

describe("the notes of a response", () => {
  test("say of every line what it is, and that the server wrote it", () => {
    assert.deepEqual(responseNotes(response, request), [
      {
        line: "HTTP/1.1 201 Created",
        part: "status-line",
        what: `Status line: 201 is the status code. ${statusMeaning(201)} “Created” is for people; programs ignore it. HTTP/1.1 is the version of the protocol.`,
        by: ["server"],
      },
      {
        line: "Location: /books/4",
        part: "field",
        what: fieldText("Location"),
        by: ["server"],
      },
      {
        line: "",
        part: "empty",
        what: "The empty line ends the fields. This response has no content.",
        by: [],
      },
    ]);
    assert.equal(formatResponse(response), "HTTP/1.1 201 Created\r\nLocation: /books/4\r\n\r\n");
  });

  test("say why there is no content", () => {
    const last = (text: string, method: string) =>
      responseNotes(parseResponse(text), { ...request, method })
        .at(-1)
        ?.what.split(". ")[1];
    assert.equal(last("HTTP/1.1 200 OK\n\n", "HEAD"), "A response to HEAD has no content.");
    assert.equal(last("HTTP/1.1 304 Not Modified\n\n", "GET"), "A 304 response never has content.");
  });

  test("say so where content has no type", () => {
    assert.equal(
      responseNotes(parseResponse("HTTP/1.1 200\n\na")).at(-1)?.what,
      "The content: 1 byte, of an unnamed type.",
    );
  });
});
