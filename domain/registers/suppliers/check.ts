import * as z from "zod/mini";
import type { Place } from "./supplier.ts";

/** What a check asks; the ground only where data lies abroad. */
export const checkQuestions = ["people", "data", "place", "terms", "breach", "ground"] as const;
export type CheckQuestion = (typeof checkQuestions)[number];

export const checkAnswers = ["yes", "no", "not-known"] as const;
export type CheckAnswer = (typeof checkAnswers)[number];

export const checkedAnswers = z.strictObject({
  people: z.enum(checkAnswers),
  data: z.enum(checkAnswers),
  place: z.enum(checkAnswers),
  terms: z.enum(checkAnswers),
  breach: z.enum(checkAnswers),
  ground: z.optional(z.enum(checkAnswers)),
});
export type CheckedAnswers = z.infer<typeof checkedAnswers>;

/** Questions that a check of this supplier asks. */
export const questionsOf = (place: Place): readonly CheckQuestion[] =>
  place === "uk" ? checkQuestions.filter((one) => one !== "ground") : checkQuestions;

/** Those that were not answered with a plain yes. */
export const doubtsIn = (answers: CheckedAnswers): CheckQuestion[] =>
  checkQuestions.filter((one) => answers[one] !== undefined && answers[one] !== "yes");

/** A check as its row holds it; rows are only added. */
export const checkRow = z.object({
  id: z.string(),
  supplier: z.string(),
  checkedOn: z.string(),
  answers: checkedAnswers,
  note: z.string(),
  nextCheck: z.string(),
  by: z.string(),
  at: z.pipe(
    z.string(),
    z.transform((text) => text.replace(" ", "T")),
  ),
});
export type SupplierCheck = z.infer<typeof checkRow>;
