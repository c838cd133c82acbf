import { keep, kept } from "./kept.ts";
import { mostLike } from "./likeness.ts";

/**
 * What a reader gave in answer to what is asked, or undefined. Answers are known by the words of what was asked, so that they
 * survive another order, and small changes of the words.
 */
export function answerTo(asked: string): unknown {
  const { answers } = kept();
  const index = mostLike(
    asked,
    answers.map((answer) => answer.asked),
  );
  return answers[index]?.given;
}

/**
 * Keep what a reader gives in answer, or forget it (undefined), and what was guessed with it; false where the browser keeps
 * nothing for this site.
 */
export function keepAnswer(asked: string, given: unknown): boolean {
  return keep((before) => {
    const { answers, guesses } = before;
    const index = mostLike(
      asked,
      answers.map((answer) => answer.asked),
    );
    const others = answers.filter((_, place) => place !== index);
    return given === undefined
      ? { ...before, answers: others, guesses: guesses.filter((guess) => guess.asked !== asked) }
      : { ...before, answers: [...others, { asked, given }] };
  });
}

/** Whether the browser keeps anything for this site. */
export function keepsAnswers(): boolean {
  return keep((before) => before);
}

/** A text from an answer, which anyone may have changed in the browser's store. */
export const textIn = (given: unknown): string => (typeof given === "string" ? given : "");

/** The texts of a list from an answer. */
export const textsIn = (given: unknown): readonly string[] =>
  Array.isArray(given) ? given.filter((item) => typeof item === "string") : [];

/** The parts of an answer by name. */
export function partsIn(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
}
