import Belief from "./Belief.astro";
import CycleDiagram from "./CycleDiagram.astro";
import Hero from "./Hero.astro";
import Objective from "./Objective.astro";
import Stage from "./Stage.astro";
import Why from "./Why.astro";

/** The components that a page in `content/` may use by name, without an import. */
export const components = { Belief, CycleDiagram, Hero, Objective, Stage, Why };
