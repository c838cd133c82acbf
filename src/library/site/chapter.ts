import type { Reply } from "../engine/handler.ts";

/** GET /books/1/chapter.txt: plain text, of which a client may also ask for a part: `Range: bytes=0-99`. */
export function sendChapter(): Reply {
  return {
    status: 200,
    file: { type: "text/plain; charset=utf-8", content: chapter },
    ranges: true,
    cache: "no-cache",
    changed: "2025-01-07T08:00:00.000Z",
  };
}

/** How Lewis Carroll’s book begins (1865, in the public domain). ASCII, so that an octet is a character. */
const chapter = `CHAPTER I. Down the Rabbit-Hole

Alice was beginning to get very tired of sitting by her sister on the
bank, and of having nothing to do
`;
