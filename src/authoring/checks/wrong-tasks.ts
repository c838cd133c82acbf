import type { WrongInput } from "./wrong-inputs.ts";

const start = "GET /books\nAccept: application/json\n";
const solution = '=== solution\nPOST /books\nContent-Type: application/json\n\n{"title": "Dune"}\n';

/** A task with these lines below its start; the first of them stands in line 9. */
function task(lines: string, end = solution): string {
  return `\`\`\`http task title="Dune"\n${start}${lines}${end}\`\`\`\n`;
}

/** Tasks that cannot be read, or of which the build finds that they are no tasks. */
export const wrongTasks: readonly WrongInput[] = [
  {
    mistake: "A task without a name",
    source: "```http task\nGET /books\n```\n",
    says: ['6:9: expected title="…" behind “task”, by which its readers’ work is kept; found none'],
    remedy: "Write a title behind task.",
  },
  {
    mistake: "A task with an option of another block",
    source: '```http task send title="Dune"\nGET /books\n```\n',
    says: ["6:14: expected “task” with title and must alone; found “send”"],
    remedy: "Leave it out: readers send a task’s message anyway.",
  },
  {
    mistake: "Two tasks of one name",
    source: task("?? status == 201\n") + task("?? status == 201\n"),
    says: ['16:1: expected a title that no other task of the page has; found title="Dune" again'],
    remedy: "Give one of them another title: by it a reader’s work is kept.",
  },
  {
    mistake: "A task that is never done",
    source: task(""),
    says: ["7:1: expected a condition such as ?? status == 201 below the start; found none"],
    remedy: "Say with ?? what an act must come to.",
  },
  {
    mistake: "A task without a solution",
    source: task("?? status == 201\n", ""),
    says: ["9:1: expected a line === solution, and below it what solves the task; found none"],
    remedy: "Write one: the build proves with it that the task can be solved.",
  },
  {
    mistake: "Two solutions",
    source: task("?? status == 201\n", solution + solution),
    says: ["15:1: expected one solution; found another one"],
    remedy: "Leave one. Readers may find others.",
  },
  {
    mistake: "A part of a task that there is not",
    source: task("?? status == 201\n", solution.replace("solution", "answer")),
    says: ["10:1: expected one of === solution, === near miss, === meanwhile, === why; found “=== answer”"],
    remedy: "Write a part as it is listed.",
  },
  {
    mistake: "A condition on nothing that is known",
    source: task("?? method == POST\n"),
    says: ["9:4: expected status, header, body, request, cycles, earlier or library after ??; found “method”"],
    remedy: "Write request before a part of the request: ?? request method == POST.",
  },
  {
    mistake: "A part of the request that there is not",
    source: task("?? request verb == POST\n"),
    says: ["9:12: expected method, target, body, or header and the name of a field, after request; found “verb”"],
    remedy: "Write a part as it is listed.",
  },
  {
    mistake: "An earlier cycle without its target",
    source: task("?? earlier GET == 200\n"),
    says: [
      "9:12: expected a method and a target after earlier, such as GET /books, each of which may be *; found “GET ==”",
    ],
    remedy: "Write both: ?? earlier GET /books == 200.",
  },
  {
    mistake: "A number of cycles that is none",
    source: task("?? cycles == two\n"),
    says: ["9:14: expected a number of cycles, such as ?? cycles == 3; found “two”"],
    remedy: "Write it in digits.",
  },
  {
    mistake: "A near miss that nothing is said to",
    source: task("?? status == 201\n!! status == 415\n"),
    says: ["10:17: expected a colon, and what is said to this near miss; found the end of the line"],
    remedy: "Write a colon and a sentence behind the condition.",
  },
  {
    mistake: "An empty hint",
    source: task("?? status == 201\n>>\n"),
    says: ["10:3: expected a hint after >>; found nothing"],
    remedy: "Write it, or take the line out.",
  },
  {
    mistake: "A solution that does not solve",
    source: task("?? status == 200\n?? request method == POST\n"),
    says: ["9:1: expected the solution to meet status == 200; found “201”"],
    remedy: "Mend the solution, or the condition.",
  },
  {
    mistake: "A condition that counts on a number",
    source: task("?? header Location == /books/4\n"),
    says: ["9:1: expected the solution to meet header Location == /books/4; found “/books/41”"],
    remedy: "Other readers may have made a book before: write ?? header Location startsWith /books/.",
  },
  {
    mistake: "A task that is done before it begins",
    source: task("?? status < 300\n"),
    says: [
      "9:1: expected conditions that are not met at first; found one that the start, or the solution before its last act, already meets",
    ],
    remedy: "Ask for something that only the act of the task brings.",
  },
  {
    mistake: "A near miss that nobody meets",
    source: task("?? status == 201\n!! status == 422: A book needs a title.\n"),
    says: [
      "10:1: expected a near miss that comes up: with the start, with the solution less one of its parts, or below === near miss; found status == 422, which none of these meets before the near misses above it",
    ],
    remedy: "Write a request that comes to it, below a line === near miss.",
  },
  {
    mistake: "A small browser that is to send a message",
    source: `\`\`\`http task title="Dune"\nopen /books\n\n?? status == 201\n${solution}\`\`\`\n`,
    says: ["11:1: expected lines such as open /books here; found a request"],
    remedy: "A task is done either in the small browser or in the editor: begin it with a request.",
  },
  {
    mistake: "An address that is none",
    source: '```http task title="Dune"\nopen books\n\n?? status == 200\n=== solution\nopen /books\n```\n',
    says: ["7:1: expected open and an address of library.example, such as open /books; found “open books”"],
    remedy: "Begin it with a slash.",
  },
  {
    mistake: "A value of an earlier response in a solution",
    source: task("?? status == 200\n", "=== solution\nGET /books/{{add.response.body.id}}\n"),
    says: [
      "11:12: expected a text: a value of an earlier response stands only in a block that is sent; found “{{add.response.body.id}}”",
    ],
    remedy: "Write the address of a book that is there at first.",
  },
];
