/** A name that nobody else gives: 32 hexadecimal digits. `crypto.randomUUID` is absent where a page came over plain http. */
export function exchangeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (octet) => octet.toString(16).padStart(2, "0")).join(
    "",
  );
}
