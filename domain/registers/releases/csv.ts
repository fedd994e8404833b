import type { CsvColumn } from "../list-csv.ts";
import {
  channelKeys,
  channels,
  proofs,
  relations,
  releaseState,
  scopeKeys,
  scopes,
  takenBackHow,
} from "./release.ts";
import type { ReleaseRow } from "./release-row.ts";
import { keysIn } from "./words.ts";

/** Without name, organisation (a person’s name may stand there) and number of whoever may be told: they leave in no file. */
export const releaseColumns = (today: string): readonly CsvColumn<ReleaseRow>[] => [
  ["System", ({ system }) => system],
  ["Record", ({ recordRef }) => recordRef],
  ["Who may be told", ({ relation }) => relations[relation]],
  [
    "What",
    (row) =>
      keysIn(row.scopes, scopeKeys)
        .map((key) => scopes[key])
        .join(", "),
  ],
  ["Records from", ({ fromDay }) => fromDay],
  ["Records to", ({ toDay }) => toDay],
  ["Left out", ({ exclusions }) => exclusions],
  ["Purpose", ({ purpose }) => purpose],
  [
    "How",
    (row) =>
      keysIn(row.channels, channelKeys)
        .map((key) => channels[key])
        .join(", "),
  ],
  ["Once", ({ once }) => (once ? "yes" : "no")],
  ["From", ({ validFrom }) => validFrom],
  ["Until", ({ expiresOn }) => expiresOn],
  ["State", (row) => releaseState(row, today)],
  ["Can decide, seen by", ({ capacityBy }, nameOf) => nameOf(capacityBy)],
  ["Explained by", ({ explainedBy }, nameOf) => nameOf(explainedBy)],
  ["By what it is known", ({ proof }) => proofs[proof]],
  ["Signed or said on", ({ signedOn }) => signedOn],
  ["Witness", ({ witness }, nameOf) => nameOf(witness)],
  ["Form lies", ({ formAt }) => formAt],
  ["SHA-256 of the form", ({ formHash }) => formHash],
  ["Interpreter", ({ interpreter }) => interpreter],
  ["Entered by", ({ by }, nameOf) => nameOf(by)],
  ["Entered (UTC)", ({ at }) => at],
  ["Taken back (UTC)", ({ revokedAt }) => revokedAt],
  ["Taken back how", ({ revokedHow }) => (revokedHow === "" ? "" : takenBackHow[revokedHow])],
  ["Used (UTC)", ({ usedAt }) => usedAt],
  ["Lets it end (UTC)", ({ lookedAt }) => lookedAt],
  ["Said of that", ({ lookedNote }) => lookedNote],
  ["Asked about this record", ({ asked }) => asked],
];
