import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

/** Days before today on which somebody completed the course; Maya's is over two years old. */
const trained: readonly (readonly [string, number])[] = [
  ["tom", 210],
  ["joss", 212],
  ["amara", 330],
  ["maya", 761],
  ["ingrid", 90],
];

/** Priya entered it by hand when the clinic had been set up. */
export function planTraining(stage: Staging): void {
  const { calendar, ids } = stage;
  for (const [i, [person, daysAgo]] of trained.entries()) {
    const completedOn = instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
    stage.plan(calendar.at(calendar.began, 15, i * 2), () =>
      stage.act("priya", "training_entries.add", { user: ids.person(person), completedOn }),
    );
  }
}
