import {
  standingEntries,
  type TrainedThen,
  type TrainingEntry,
  trainedWithinTwoYears,
} from "#domain/registers/training/training";
import { objectsOf } from "../../base/database.ts";

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

/** Civil dates of what counts, the earliest first. */
export function completionsOf(app: pb.App, user: string): string[] {
  const columns = ["id", "completedOn", "corrects"] as const;
  const select =
    "SELECT id, completedOn, corrects FROM training_entries WHERE user = {:user} ORDER BY completedOn";
  return standingEntries(objectsOf<TrainingEntry>(app, columns, select, { user })).map(
    (one) => one.completedOn,
  );
}
