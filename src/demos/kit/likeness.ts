/** How much two texts have in common, by their words: from 0, nothing, to 1, all. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 1 : (2 * common) / (a.size + b.size);
}

/** The number of the text that is most like a text, or -1 where none has half of its words. */
export function mostLike(text: string, texts: readonly string[]): number {
  const best = texts.reduce(
    (best, candidate, index) => {
      const common = candidate === text ? 2 : likeness(text, candidate);
      return common > best.common ? { index, common } : best;
    },
    { index: -1, common: 0 },
  );
  return best.common >= 0.5 ? best.index : -1;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
