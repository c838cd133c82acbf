import { mostLike } from "../../demos/kit/likeness.ts";
import type { Part, WrittenChoice } from "../../demos/kit/written.ts";
import { type Problem, problem } from "./author-error.ts";
import { contentFiles, pageOutline } from "./content-files.ts";

/** The quoted beliefs under the choices of a demo that stand in no `<Belief claim>` of the site in the same words. */
export function beliefProblems(parts: readonly Part[], root: string): readonly Problem[] {
  const quoted = choicesIn(parts).filter(({ belief }) => belief !== undefined);
  if (quoted.length === 0) return [];
  const claims = contentFiles(root).flatMap((file) => pageOutline(file)?.claims ?? []);
  return quoted
    .filter(({ belief = "" }) => !claims.includes(belief))
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
