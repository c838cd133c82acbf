import { beTheServer } from "./be-the-server/config.ts";
import { check } from "./check/config.ts";
import { cyclePlayer } from "./cycle-player/config.ts";
import { explain } from "./explain/config.ts";
import { firstCycle } from "./first-cycle/config.ts";
import { guessTheStatus } from "./guess-the-status/config.ts";
import { insideTheServer } from "./inside-the-server/config.ts";
import type { Kind } from "./kit/kind.ts";
import { messageBuilder } from "./message-builder/config.ts";
import { myWork } from "./my-work/config.ts";
import { putInOrder } from "./put-in-order/config.ts";
import { question } from "./question/config.ts";
import { sameAgain } from "./same-again/config.ts";
import { task } from "./task/config.ts";
import { thisPage } from "./this-page/config.ts";
import { twoClients } from "./two-clients/config.ts";
import { miniBrowser, walk } from "./walk/config.ts";
import { whatComesBack } from "./what-comes-back/config.ts";

/**
 * The kinds of demos that authors may use, each in a folder of its own:
 *
 * - `config.ts` reads what an author wrote into a Config, tells what is wrong with it, and exports the kind
 * - `figure.ts` makes of the Config what the demo is without a script
 * - `element.ts` defines the custom element, named for the folder, that reads the same Config and makes it live
 * - `style.css`
 *
 * To make a kind: write its folder, and add it here. All else follows: the names and attributes that authors may write, what
 * loads with a page and when, and the tests that hold for every demo.
 */
export const kinds: readonly Kind[] = [
  beTheServer,
  check,
  cyclePlayer,
  explain,
  firstCycle,
  guessTheStatus,
  insideTheServer,
  messageBuilder,
  miniBrowser,
  myWork,
  putInOrder,
  question,
  sameAgain,
  thisPage,
  twoClients,
  whatComesBack,
  walk,
];

/** The kinds that a fence is, for which no component stands. */
export const fenceKinds: readonly Kind[] = [task];

/** The kind of demo that a component is, or undefined. */
export function kindOf(component: string): Kind | undefined {
  return kinds.find((each) => each.component === component);
}
