import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { plainRequest } from "./pasted-text.ts";

const message = "GET /books HTTP/1.1\nHost: library.example\nAccept: text/html\n";

describe("what people have at hand is taken where its meaning is plain:", () => {
  const cases: readonly [what: string, pasted: string, text: string, note: RegExp][] = [
    [
      "a curl command",
      "$ curl http://library.example/books",
      "GET /books HTTP/1.1\nHost: library.example\n\n",
      /curl command was read/,
    ],
    ["a block with its fence", `\`\`\`http\n${message}\`\`\`\n`, message.trimEnd(), /fence/],
    [
      "a block of another language, indented",
      `  ~~~\n  ${message.replaceAll("\n", "\n  ")}\n  ~~~`,
      message,
      /fence.*; its indentation/,
    ],
    ["an indented text", message.replace(/^(?=.)/gm, "    "), message, /indentation/],
    ["no-break spaces", message.replaceAll(" ", "\u00a0"), message, /cannot be seen/],
    ["a mark at the start", `\ufeff${message}`, message, /cannot be seen/],
    ["a request of HTTP/2", message.replace("1.1", "2"), message, /in the place of a later version/],
    [
      "a request of HTTP/2 as a list",
      ":authority: library.example\n:method: GET\n:path: /books\n:scheme: https\naccept: text/html\n",
      "GET /books HTTP/1.1\nHost: library.example\naccept: text/html\n",
      /in the place of a later version/,
    ],
    [
      "a request with its response",
      `${message}\nHTTP/1.1 200 OK\nContent-Length: 2\n\nhi`,
      `${message}\n`,
      /response below it was left out/,
    ],
  ];
  for (const [what, pasted, text, note] of cases) {
    test(what, () => {
      const plain = plainRequest(pasted);
      assert.equal(plain.text, text);
      assert.match(plain.note ?? "", note);
    });
  }

  test("and what is plain stays as it is, also where its content has such signs", () => {
    for (const text of [message, `POST / HTTP/1.1\n\n  a\u00a0b\n\`\`\`\n`, "GET /books\n    ?q=a\n", ""]) {
      assert.deepEqual(plainRequest(text), { text, note: null });
    }
  });
});
