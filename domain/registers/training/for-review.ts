import type { Draft } from "../reviews/item.ts";
import { type CellState, isInDate, standingOf, standingWords } from "./compliance.ts";
import { type Helped, helpedWords } from "./given.ts";

/** Whoever works here now, and how their training stands: as the worst of all that is asked of them. */
export interface ReviewedTraining {
  readonly user: string;
  readonly state: CellState;
  readonly onLeave: boolean;
  /** Something of theirs is in date, and no longer in the nearest window. */
  readonly endsSoon: boolean;
  /** Came since the last review. */
  readonly isNew: boolean;
}

/**
 * How the clinic's training stands.
 *
 * @param target - The clinic's own, with its source; null where none was set.
 * @param soon - Days of the nearest window.
 */
export function trainingItems(
  people: readonly ReviewedTraining[],
  target: { readonly percent: number; readonly source: string } | null,
  soon: number,
): Draft[] {
  if (people.length === 0) return [];
  const standing = standingOf(people);
  const late = people.filter(({ state }) => state === "late" || state === "back");
  const ending = people.filter(({ endsSoon }) => endsSoon);
  const starters = people.filter(({ isNew }) => isNew);
  const share = standing.of === 0 ? "–" : `${Math.floor((100 * standing.inDate) / standing.of)} %`;
  return [
    {
      key: "training",
      subject: "",
      title: "Training",
      facts: {
        figures: [
          { name: "In date", value: standingWords(standing) },
          { name: "Share", value: share },
          { name: "Target", value: target && target.percent > 0 ? `${target.percent} %` : "none set" },
          { name: `End within ${soon} days`, value: String(ending.length) },
          { name: "In their first days", value: String(standing.grace) },
          { name: "New starters", value: String(starters.length) },
        ],
        lines: [
          { name: "In date", words: "All that is asked of a person, as it was entered here" },
          ...(target && target.percent > 0 ? [{ name: "Source of the target", words: target.source }] : []),
        ],
        people: [
          ...late.map(({ user }) => ({ as: "Not in date", user })),
          ...ending.filter(isInDate).map(({ user }) => ({ as: "Ends soon", user })),
        ].slice(0, 20),
      },
      concerned: [],
      quiet: late.length === 0 && ending.length === 0 && starters.length === 0,
    },
  ];
}

/** Names no row: lessons after a finding are an item beside how training stands. */
const lessonsSubject = "given-lessons";

/**
 * Lessons given after a finding, and whether they helped: of all together, and nobody is named.
 *
 * @param fresh - How many were given since the last review.
 */
export function lessonItems(helped: Helped, fresh: number): Draft[] {
  const all = helped.again + helped.not + helped.young + helped.open;
  if (all === 0) return [];
  return [
    {
      key: "training",
      subject: lessonsSubject,
      title: "Lessons given after a finding",
      facts: {
        figures: [
          { name: "Given", value: String(all) },
          { name: "Since the last review", value: String(fresh) },
          { name: "Followed by the same finding", value: String(helped.again) },
          { name: "Too young to tell", value: String(helped.young) },
          { name: "Not taken yet", value: String(helped.open) },
        ],
        lines: [{ name: "Whether it helped", words: helpedWords(helped) }],
        people: [],
      },
      concerned: [],
      quiet: fresh === 0,
    },
  ];
}
