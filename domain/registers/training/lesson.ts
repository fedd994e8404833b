import * as z from "zod/mini";
import { policy } from "../../policy.ts";

/** A text of a lesson: it is shown as it is typed, and nothing in it is markup. */
const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const few = policy.lessonQuestions.amount;

/** A short lesson of the clinic's own, without its right answers. */
export const lesson = z.strictObject({
  parts: z
    .array(z.strictObject({ title: words(120), text: words(4_000) }))
    .check(z.minLength(1), z.maxLength(12)),
  questions: z
    .array(
      z.strictObject({
        asks: words(400),
        answers: z.array(words(200)).check(z.minLength(2), z.maxLength(5)),
      }),
    )
    .check(z.maxLength(few)),
  /** Right answers that are enough. */
  pass: z.int().check(z.minimum(0), z.maximum(few)),
});
export type Lesson = z.infer<typeof lesson>;

/** Places of the right answers, by question. */
export const rightAnswers = z.array(z.int().check(z.minimum(0), z.maximum(4))).check(z.maxLength(few));

/** What is wrong with a lesson as a whole, as a sentence; undefined where nothing is. */
export function lessonProblem({ questions, pass }: Lesson, rights: readonly number[]): string | undefined {
  if (rights.length !== questions.length) return "Say of each question which answer is right.";
  if (questions.some(({ answers }, i) => (rights[i] ?? 0) >= answers.length))
    return "The right answer is one of those that are offered.";
  if (pass > questions.length)
    return `${pass} right answers can’t be asked of ${questions.length} questions.`;
  return undefined;
}

/** What somebody's answers are worth. */
export interface Graded {
  readonly score: number;
  readonly passed: boolean;
  /** Numbers of the questions that were answered wrongly, from 1. */
  readonly wrong: readonly number[];
}

export function graded(
  { questions, pass }: Lesson,
  rights: readonly number[],
  answers: readonly number[],
): Graded {
  const wrong = questions.flatMap((_, i) => (answers[i] === rights[i] ? [] : [i + 1]));
  const score = questions.length - wrong.length;
  return { score, passed: score >= pass, wrong };
}

/** "3 of 5 are right, and 4 are needed. Read again what questions 2 and 4 ask, then answer anew." */
export function failedWords({ questions, pass }: Lesson, { score, wrong }: Graded): string {
  const last = wrong[wrong.length - 1];
  const which =
    wrong.length === 1 ? `question ${last}` : `questions ${wrong.slice(0, -1).join(", ")} and ${last}`;
  const ask = wrong.length === 1 ? "asks" : "ask";
  return `${score} of ${questions.length} ${score === 1 ? "is" : "are"} right, and ${pass} are needed. Read again what ${which} ${ask}, then answer anew.`;
}
