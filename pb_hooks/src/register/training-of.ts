import { type TrainedThen, trainedWithinTwoYears } from "#domain/training";
import { rowsOf } from "../ledger/database.ts";

/** What is known of a person's data protection training, on a day: the one function that the ICO's question asks. */
export interface Training {
  readonly trained: TrainedThen;
  /** Civil date of the last completion up to that day; null where there is none. */
  readonly lastCompletedOn: string | null;
}

/**
 * Answers from what was entered by hand; the training register will answer here.
 *
 * @param on - Civil date at the clinic.
 */
export function trainingOf(app: pb.App, user: string, on: string): Training {
  const completed = completionsOf(app, user);
  const before = completed.filter((day) => day <= on);
  return {
    trained: trainedWithinTwoYears(on, completed),
    lastCompletedOn: before[before.length - 1] ?? null,
  };
}

/** Civil dates, the earliest first. */
export function completionsOf(app: pb.App, user: string): string[] {
  const select = "SELECT completedOn FROM training_entries WHERE user = {:user} ORDER BY completedOn";
  return rowsOf(app, ["completedOn"], select, { user }).map(([day]) => String(day));
}
