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

/** The data after such changes: the reverse of `changes`. A thing of a list that is nothing afterwards has gone. */
export function changed(before: Json, made: readonly Change[]): Json {
  return made.reduce((data, { path, after }) => put(data, path.split("/"), after), before);
}

function put(data: Json, [key = "", ...rest]: readonly string[], value: Json): Json {
  const old = members(data)?.get(key);
  const now = rest.length > 0 && old !== undefined ? put(old, rest, value) : value;
  if (!isList(data)) return { ...(data as { readonly [key: string]: Json }), [key]: now };
  if (old !== undefined)
    return now === null ? data.filter((item) => item !== old) : data.map((item) => (item === old ? now : item));
  return now === null ? data : [...data, now];
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
