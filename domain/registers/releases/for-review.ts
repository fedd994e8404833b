import type { Draft } from "../reviews/item.ts";
import { quietly } from "../reviews/item.ts";

/** Counts of releases: as of now, and since the last review. */
export interface ReleaseCounts {
  readonly ever: number;
  readonly stand: number;
  readonly taken: number;
  readonly revoked: number;
  readonly ended: number;
  /** Answers given, and those over the day's number. */
  readonly answers: number;
  readonly refused: number;
  /** Ended, and nobody has asked the patient. */
  readonly unasked: number;
}

/** Item 8 of the agenda (DOMAIN.md 8); nothing where no release was ever taken. */
export function releaseItems(counts: ReleaseCounts): Draft[] {
  if (counts.ever === 0) return [];
  const facts = {
    figures: [
      { name: "Stand", value: String(counts.stand) },
      { name: "Taken", value: String(counts.taken) },
      { name: "Taken back", value: String(counts.revoked) },
      { name: "Ended", value: String(counts.ended) },
      { name: "Answers on the telephone", value: String(counts.answers) },
      { name: "Refused as too many", value: String(counts.refused) },
    ],
    lines: [],
    people: [],
  };
  const draft = quietly("releases", facts);
  if (counts.unasked === 0) return [draft];
  const says = counts.unasked === 1 ? "One ended" : `${counts.unasked} ended`;
  return [{ ...draft, quiet: false, open: `${says}, and nobody has asked the patient` }];
}
