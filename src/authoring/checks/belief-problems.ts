import { mostLike } from "../../demos/kit/likeness.ts";
import type { Part, WrittenChoice } from "../../demos/kit/written.ts";
import { type Problem, problem } from "./author-error.ts";

/** The quoted beliefs under the choices of a demo that are none of the `claims` of the site's pages in the same words. */
export function beliefProblems(parts: readonly Part[], claims: readonly string[]): readonly Problem[] {
  return choicesIn(parts)
    .filter(({ belief }) => belief !== undefined && !claims.includes(belief))
    .map(({ belief = "", place: { line, column } }) => {
      const near = claims[mostLike(belief, claims)];
      const expected = "a belief that stands in a <Belief claim> of the site, in the same words";
      return problem(line, column, expected, `“${belief}”${near === undefined ? "" : `. The nearest is “${near}”`}`);
    });
}

function choicesIn(parts: readonly Part[]): readonly WrittenChoice[] {
  return parts.flatMap((part) => {
    if (part.kind === "choices") return part.items;
    if (part.kind === "steps") return part.items.flatMap((item) => choicesIn(item.parts));
    return part.kind === "component" ? choicesIn(part.written.parts) : [];
  });
}
