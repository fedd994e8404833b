import type { CsvColumn } from "../list-csv.ts";
import { handedOver, othersHidden, receivers, requestForms } from "./disclosure.ts";
import type { DisclosureRow } from "./disclosure-row.ts";

export const disclosureColumns: readonly CsvColumn<DisclosureRow>[] = [
  ["Asked on", ({ askedOn }) => askedOn],
  ["By", ({ receiver }) => receivers[receiver]],
  ["Organisation", ({ organisation }) => organisation],
  ["Reference", ({ reference }) => reference],
  ["Form", ({ form }) => requestForms[form]],
  ["Asked for", ({ asked }) => asked],
  ["Held as", ({ what }) => what],
  ["Outcome", ({ outcome }) => outcome],
  ["Why this, and no more", ({ minimum }) => minimum],
  ["Given", ({ given }) => given],
  ["Others", ({ others }) => (others === "" ? "" : othersHidden[others])],
  ["How", ({ how }) => (how === "" ? "" : handedOver[how])],
  ["On", ({ day }) => day],
  ["Decided by", ({ decidedBy }, nameOf) => nameOf(decidedBy)],
  ["Entered by", ({ by }, nameOf) => nameOf(by)],
  ["Entered (UTC)", ({ at }) => at],
  ["Taken back (UTC)", ({ takenBackAt }) => takenBackAt],
  ["Why taken back", ({ takenBackWhy }) => takenBackWhy],
];
