import type { Point } from "./tab.ts";

// Mouse and keys as "actions" of W3C WebDriver, which WebDriver BiDi has taken over unchanged.

/** The keys that have no character, by their names in UI Events. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const special: Readonly<Record<string, string>> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Escape: "\uE00C",
  Control: "\uE009",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

const down = (key: string) => ({ type: "keyDown", value: special[key] ?? key });
const up = (key: string) => ({ type: "keyUp", value: special[key] ?? key });

export const chord = (keys: readonly string[]) => [
  { type: "key", id: "keys", actions: [...keys.map(down), ...keys.toReversed().map(up)] },
];

export const typing = (text: string) => [
  { type: "key", id: "keys", actions: keysOf(text).flatMap((key) => [down(key), up(key)]) },
];

export function dragging([first, ...others]: readonly Point[]) {
  const move = (point: Point | undefined) => ({
    type: "pointerMove",
    // Moves that take no time are heard as one.
    duration: point === first ? 0 : 10,
    origin: "viewport",
    x: Math.round(point?.x ?? 0),
    y: Math.round(point?.y ?? 0),
  });
  const actions = [
    move(first),
    { type: "pointerDown", button: 0 },
    ...others.map(move),
    { type: "pointerUp", button: 0 },
  ];
  return [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }];
}

/** The key of each character. */
const keysOf = (text: string): readonly string[] =>
  Array.from(text, (character) => (character === "\n" ? "Enter" : character));
