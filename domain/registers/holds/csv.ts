import type { CsvColumn } from "../list-csv.ts";
import { heldKinds, holdCauses, holdPurposes, holdState } from "./hold.ts";
import type { HoldRow } from "./hold-row.ts";

const stateWords = {
  runs: "holds",
  outlives: "holds past its end: its cause is open",
  ended: "ended",
  released: "released",
} as const;

/** @param today - Civil date at the clinic, by which a hold runs or has ended. */
export const holdColumns = (today: string): readonly CsvColumn<HoldRow>[] => [
  ["Kind", ({ register }) => heldKinds[register]],
  ["Held", ({ what }) => what],
  ["From day", ({ fromDay }) => fromDay],
  ["To day", ({ toDay }) => toDay],
  ["Purpose", ({ purpose }) => holdPurposes[purpose]],
  ["Cause", ({ causeKind, cause }) => (cause === "" ? holdCauses[causeKind] : cause)],
  ["Asked on", ({ askedOn }) => askedOn],
  ["Cause open", ({ causeOpen }) => (causeOpen ? "yes" : "no")],
  ["State", (row) => stateWords[holdState(row, today)]],
  ["Holds also", ({ beside }) => beside],
  ["Look again by", ({ reviewOn }) => reviewOn],
  ["Until", ({ until }) => until],
  ["Authorised by", ({ authoriser }, nameOf) => nameOf(authoriser)],
  ["Placed by", ({ by }, nameOf) => nameOf(by)],
  ["Placed (UTC)", ({ at }) => at],
  ["Why", ({ why }) => why],
  ["Released (UTC)", ({ releasedAt }) => releasedAt],
  ["Released by", ({ releasedBy }, nameOf) => nameOf(releasedBy)],
  ["Why released", ({ releasedWhy }) => releasedWhy],
];
