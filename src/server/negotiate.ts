/** Content of one media type, ready to be sent. */
export interface Representation {
  readonly type: string;
  readonly content: string;
}

/**
 * The representation that the client likes best (RFC 9110 section 12.5.1), the first of equals, or null if it takes
 * none of them. `accept` is the field's value, null without one.
 */
export function negotiate(offers: readonly Representation[], accept: string | null): Representation | null {
  const ranges = (accept?.trim() || "*/*").split(",").map(readRange);
  const qualityOf = ({ type }: Representation): number => {
    const fitting = ranges.filter((range) => range.specificity(type) > 0);
    return fitting.sort((a, b) => b.specificity(type) - a.specificity(type))[0]?.quality ?? 0;
  };
  const best = offers.toSorted((a, b) => qualityOf(b) - qualityOf(a))[0];
  return best && qualityOf(best) > 0 ? best : null;
}

interface MediaRange {
  readonly quality: number;
  /** How exactly the range names a media type; 0 when it does not name it at all. */
  readonly specificity: (type: string) => number;
}

function readRange(text: string): MediaRange {
  const [name = "", ...parameters] = text
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  const asked = parameters.filter((parameter) => parameter !== weight);
  return {
    quality: weight === undefined ? 1 : Number(weight.slice(2)) || 0,
    specificity: (type) => {
      const [offered = "", ...has] = type.split(";").map((part) => part.trim());
      // Who takes JSON takes a problem in JSON too.
      if (name === offered || name === offered.replace("problem+", "")) {
        return asked.every((parameter) => has.includes(parameter)) ? 3 + asked.length : 0;
      }
      return name === "*/*" ? 1 : name === `${offered.split("/")[0]}/*` ? 2 : 0;
    },
  };
}
