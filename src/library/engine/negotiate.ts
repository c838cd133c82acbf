/** Content of one media type, ready to be sent. */
export interface Representation {
  readonly type: string;
  readonly content: string;
}

/**
 * The representation that the client likes best (RFC 9110 section 12.5.1), the first of equals, or null if it takes
 * none of them. `accept` is the field's value, null without one. We have no variants of a media type: a range with
 * parameters of its own, such as `application/json;indent=2`, counts as the type alone, where nothing else fits.
 */
export function negotiate(offers: readonly Representation[], accept: string | null): Representation | null {
  const ranges = listMembers(accept?.trim() || "*/*").map(readRange);
  const plain = ranges.filter(({ isNarrow }) => !isNarrow);
  const narrow = ranges.filter(({ isNarrow }) => isNarrow);
  return best(offers, plain) ?? best(offers, [...narrow, ...plain]);
}

function best(offers: readonly Representation[], ranges: readonly MediaRange[]): Representation | null {
  // Of two ranges of one name, the latter counts.
  const weights = new Map(ranges.map(({ name, quality }) => [name, quality]));
  const qualityOf = ({ type }: Representation): number => {
    const name = type.replace(/;.*/, "");
    // Who takes JSON takes a problem in JSON too.
    const fitting = [name, name.replace("problem+", ""), name.replace(/\/.*/, "/*"), "*/*"];
    return weights.get(fitting.find((range) => weights.has(range)) ?? "") ?? 0;
  };
  const first = offers.toSorted((a, b) => qualityOf(b) - qualityOf(a))[0];
  return first && qualityOf(first) > 0 ? first : null;
}

/** A media range in small letters without its parameters, its weight, and whether it has other parameters than that. */
interface MediaRange {
  readonly name: string;
  readonly quality: number;
  readonly isNarrow: boolean;
}

/** The members of a list (RFC 9110 section 5.6.1); a comma in a quoted string divides nothing. */
function listMembers(text: string): readonly string[] {
  return text.match(/(?:"(?:\\.|[^"\\])*"?|[^,"])+/g) ?? [];
}

function readRange(text: string): MediaRange {
  const [name = "", ...parameters] = (text.match(/(?:"(?:\\.|[^"\\])*"?|[^;"])+/g) ?? []).map((part) =>
    part.trim().toLowerCase(),
  );
  const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "") ?? "1";
  const isNarrow = parameters.some((parameter) => !/^(?:q\s*=|charset="?utf-8"?$)/.test(parameter));
  return { name, quality: Number.parseFloat(quality) || 0, isNarrow };
}
