/** The word of a list that is at most two slips of the keyboard away, or null. */
export function nearest(word: string, words: readonly string[]): string | null {
  const ranked = words.map((candidate) => ({
    candidate,
    slips: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = ranked.sort((a, b) => a.slips - b.slips)[0];
  return best && best.slips <= Math.min(2, word.length - 1) ? best.candidate : null;
}

/** ` Did you mean “title”?` where a known word is near, else nothing. */
export function didYouMean(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near ? `. Did you mean “${near}”?` : "";
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
