/**
 * Where a selection begins in one line of a message and ends in another, copy these lines as they stand in the message,
 * without what is said about them; between two messages stands an empty line. Any other selection is copied as usual.
 */
export function copyLines(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const [first, last] = [lineAt(range.startContainer), lineAt(range.endContainer)];
  if (!first || !last || first === last) return;
  const selected = [...document.querySelectorAll(".message-lines > li")].filter((line) => range.intersectsNode(line));
  const messages = Map.groupBy(selected, (line) => line.parentElement);
  const text = Array.from(messages.values(), (lines) => `${lines.map(textOf).join("\n")}\n`).join("\n");
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
}

function lineAt(node: Node): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest(".message-lines > li") ?? null;
}

function textOf(line: Element): string {
  return line.matches(".empty") ? "" : (line.querySelector("code")?.textContent ?? "");
}
