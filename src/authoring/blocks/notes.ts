import { defineMdastPlugin } from "satteri";
import { block, text } from "./jsx.ts";

/** The kinds of note, as an author writes them (`> [!NOTE]`) and as a reader sees them. */
export const noteKinds: Readonly<Record<string, string>> = { NOTE: "Note", TIP: "Tip", WARNING: "Careful" };

/** Turns block quotes that begin with `[!NOTE]`, `[!TIP]` or `[!WARNING]` into asides. */
export const notes = defineMdastPlugin({
  name: "notes",
  blockquote(node) {
    const [first, ...others] = node.children;
    if (first?.type !== "paragraph") return;
    const [marker, ...rest] = first.children;
    if (marker?.type !== "text") return;
    const [whole, kind = ""] = /^\[!(\w+)\]\s*/.exec(marker.value) ?? [];
    const label = noteKinds[kind];
    if (whole === undefined || label === undefined) return;
    const opening = { ...first, children: [text(marker.value.slice(whole.length)), ...rest] };
    return block("div", { class: "note-box", "data-kind": kind.toLowerCase(), role: "note" }, [
      block("p", { class: "label" }, [text(label)]),
      opening,
      ...others,
    ]);
  },
});
