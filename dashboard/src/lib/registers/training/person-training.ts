import {
  standingEntries,
  type TrainedThen,
  trainedWithinTwoYears,
} from "#domain/registers/training/training";
import type { Person } from "#lib/api/people.ts";
import type { TrainingRow } from "#lib/registers/training/api.ts";

/** A person with what is known of their training. */
export type PersonTraining = {
  readonly person: Person;
  /** Trained within two years, as of today. */
  readonly now: TrainedThen;
  /** Entries that count, the latest day first. */
  readonly standing: readonly TrainingRow[];
  /** Entries that were wrong, each with the one that stands in its place, the latest correction first. */
  readonly mended: readonly { readonly wrong: TrainingRow; readonly by: TrainingRow }[];
};

/**
 * Everybody who works here, and whoever left and has entries, by name.
 *
 * @param today - Civil date at the clinic.
 */
export function trainingByPerson(
  people: readonly Person[],
  entries: readonly TrainingRow[],
  today: string,
): PersonTraining[] {
  return people
    .map((person) => {
      const own = entries.filter(({ user }) => user === person.id);
      const standing = standingEntries(own).reverse();
      const mended = own
        .flatMap((by) => own.filter(({ id }) => id === by.corrects).map((wrong) => ({ wrong, by })))
        .sort((one, other) => (one.by.at < other.by.at ? 1 : -1));
      const days = standing.map(({ completedOn }) => completedOn);
      return { person, now: trainedWithinTwoYears(today, days), standing, mended };
    })
    .filter(({ person, standing, mended }) =>
      person.active ? person.role !== "auditor" : standing.length + mended.length > 0,
    );
}

/** "9 of 11 were trained within two years; of 1 there is no record." */
export function trainingSentence(rows: readonly PersonTraining[]): string {
  const here = rows.filter(({ person }) => person.active);
  const count = (what: TrainedThen) => here.filter(({ now }) => now === what).length;
  const none = count("no-record");
  const says = `${count("yes")} of ${here.length} were trained within the last two years`;
  return none === 0 ? `${says}.` : `${says}; of ${none} there is no record.`;
}

export const trainedStates = { yes: "green", no: "red", "no-record": "amber" } as const;
