import { standingEntries, type TrainingEntry } from "#domain/registers/training/training";
import { objectsOf } from "../../base/database.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";

/** Training by the day on which it was completed, as it was entered; what was mended or taken back does not count. */
export function trainingFigures({ app, time, spans }: Counting): Figure[] {
  const select = "SELECT id, completedOn, corrects FROM training_entries";
  const days = standingEntries(objectsOf<TrainingEntry>(app, ["id", "completedOn", "corrects"], select)).map(
    ({ completedOn }) => completedOn,
  );
  const within = (first: string, last: string) => days.filter((day) => first <= day && day <= last).length;
  const counts = spans.map(({ firstDay: first, lastDay: last }) => ({ completed: within(first, last) }));
  return [{ key: "training", since: firstDay(app, time, [begun]), counts }];
}
