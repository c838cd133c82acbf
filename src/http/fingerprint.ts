/** A short mark of a text, of small letters and digits, which another text hardly has (FNV-1a of 32 bits). No secret, and no proof. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
