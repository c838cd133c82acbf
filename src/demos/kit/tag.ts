/**
 * The tag of a kind of demo. The name of a custom element needs a hyphen, so a kind of one word has one put before it.
 * @param kind the name of its folder in src/demos
 */
export function tagOf(kind: string): string {
  return kind.includes("-") ? kind : `demo-${kind}`;
}
