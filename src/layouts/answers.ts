// On paper, answers stand on a sheet of their own behind the questions. Without a script each stands below its question.

const ofDemos = ":is(demo-question, put-in-order, demo-explain) :is(.result, .on-paper)";
const folds = `:is(.body, .part, ${ofDemos}) > details:not([class], .more:not([open]) *)`;

addEventListener("beforeprint", () => {
  const sheet = document.createElement("section");
  sheet.className = "answers";
  for (const fold of document.querySelectorAll(folds)) {
    const [asked, ...told] = fold.children;
    // The choices of one question are folds in a row, of one name.
    if (fold.matches("[name]") && !fold.previousElementSibling?.matches("[name]"))
      add(fold.previousElementSibling, "asked");
    add(asked, fold.matches("[name]") ? "choice" : "asked");
    for (const each of told) add(each, "");
  }
  function add(from: Element | null | undefined, name: string): void {
    const entry = document.createElement("div");
    entry.className = name;
    entry.innerHTML = from?.matches("summary") ? from.innerHTML : (from?.outerHTML ?? "");
    sheet.append(entry);
  }
  if (sheet.firstChild) {
    sheet.insertAdjacentHTML("afterbegin", "<h2>Answers</h2>");
    document.querySelector("main")?.append(sheet);
  }
});

addEventListener("afterprint", () => document.querySelector(".answers")?.remove());
