import { type TrainedThen, trainedWithinTwoYears } from "#domain/registers/training/training";
import { daysIn } from "./rows.ts";

/** What is known of a person's data protection training, on a day: the one function that the ICO's question asks. */
export interface Training {
  readonly trained: TrainedThen;
  /** Civil date of the last completion up to that day; null where there is none. */
  readonly lastCompletedOn: string | null;
}

/**
 * Answers from the completions of the courses that are data protection training.
 *
 * @param on - Civil date at the clinic.
 */
export function trainingOf(app: pb.App, user: string, on: string): Training {
  const where = "c.user = {:user} AND c.course IN (SELECT id FROM courses WHERE ofBreaches = TRUE)";
  const completed = daysIn(app, where, { user });
  const before = completed.filter((day) => day <= on);
  return {
    trained: trainedWithinTwoYears(on, completed),
    lastCompletedOn: before[before.length - 1] ?? null,
  };
}
