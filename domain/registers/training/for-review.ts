import type { Draft } from "../reviews/item.ts";

/** Whoever works here now, and how their training stands. */
export interface ReviewedTraining {
  readonly user: string;
  readonly inDate: boolean;
  /** In date, and no longer in 30 days. */
  readonly endsSoon: boolean;
  /** Came since the last review. */
  readonly isNew: boolean;
}

/**
 * How the clinic's training stands.
 *
 * @param target - The share in per cent that a toolkit asks for, in words; '' where none is known for this clinic.
 */
export function trainingItems(people: readonly ReviewedTraining[], target: string): Draft[] {
  if (people.length === 0) return [];
  const valid = people.filter(({ inDate }) => inDate);
  const ending = people.filter(({ endsSoon }) => endsSoon);
  const starters = people.filter(({ isNew }) => isNew);
  const missing = people.filter(({ inDate }) => !inDate);
  return [
    {
      key: "training",
      subject: "",
      title: "Training",
      facts: {
        figures: [
          { name: "In date", value: `${valid.length} of ${people.length}` },
          { name: "Share", value: `${Math.floor((100 * valid.length) / people.length)} %` },
          { name: "Target", value: target || "none known" },
          { name: "End within 30 days", value: String(ending.length) },
          { name: "New starters", value: String(starters.length) },
        ],
        lines: [
          {
            name: "In date",
            words: "Data protection training in the two years before, as it was entered here",
          },
        ],
        people: [
          ...missing.map(({ user }) => ({ as: "Not in date", user })),
          ...ending.map(({ user }) => ({ as: "Ends soon", user })),
        ].slice(0, 20),
      },
      concerned: [],
      quiet: missing.length === 0 && ending.length === 0 && starters.length === 0,
    },
  ];
}
