/** Content of one media type, ready to be sent. */
export interface Representation {
  readonly type: string;
  readonly content: string;
}

/**
 * The representation that the client likes best (RFC 9110 section 12.5.1), the first of equals, or null if it takes
 * none of them. `accept` is the field's value, null without one. A media range with parameters, other than the weight
 * and charset=utf-8, fits nothing: we have no such variants.
 */
export function negotiate(offers: readonly Representation[], accept: string | null): Representation | null {
  const weights = new Map((accept?.trim() || "*/*").split(",").map(readRange));
  const qualityOf = ({ type }: Representation): number => {
    const name = type.replace(/;.*/, "");
    // Who takes JSON takes a problem in JSON too.
    const ranges = [name, name.replace("problem+", ""), name.replace(/\/.*/, "/*"), "*/*"];
    return weights.get(ranges.find((range) => weights.has(range)) ?? "") ?? 0;
  };
  const best = offers.toSorted((a, b) => qualityOf(b) - qualityOf(a))[0];
  return best && qualityOf(best) > 0 ? best : null;
}

/** A media range in small letters, and its weight. */
function readRange(text: string): readonly [range: string, quality: number] {
  const range = text.toLowerCase().replace(/\s|;\s*charset="?utf-8"?/g, "");
  const [name = "", quality = "1"] = range.split(";q=");
  return [name, Number.parseFloat(quality) || 0];
}
