/**
 * A function that gives again what it gave for a key before: for one whose answer depends on the key alone, and is never changed.
 * @param most of how many keys it keeps the answers; of more it forgets those that were asked for longest ago
 */
export function remembered<Key, Value>(
  make: (key: Key) => Value,
  most = Number.POSITIVE_INFINITY,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    // Put in anew, it is the last to be forgotten.
    known.delete(key);
    known.set(key, value);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return value;
  };
}
