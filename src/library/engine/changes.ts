import type { Change, Json } from "../../http/exchange.ts";

/** Every place where two states of the data differ, as `books/4` or `books/1/title`. Things in lists go by their `id`. */
export function changes(before: Json, after: Json, path = ""): readonly Change[] {
  if (before === after) return [];
  const old = members(before);
  const now = members(after);
  if (!old || !now) return [{ path, before, after }];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const place = path === "" ? key : `${path}/${key}`;
    const was = old.get(key);
    const is = now.get(key);
    return was === undefined || is === undefined
      ? [{ path: place, before: was ?? null, after: is ?? null }]
      : changes(was, is, place);
  });
}

/** The named parts of a value, or null if it has none. */
function members(value: Json): ReadonlyMap<string, Json> | null {
  if (typeof value !== "object" || value === null) return null;
  return isList(value)
    ? new Map(value.map((item, index) => [String(idOf(item) ?? index), item]))
    : new Map(Object.entries(value));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function idOf(item: Json): Json | undefined {
  return typeof item === "object" && item !== null && "id" in item ? (item as { id: Json }).id : undefined;
}
