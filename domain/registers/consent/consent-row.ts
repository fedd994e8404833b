import * as z from "zod/mini";
import { oneOf } from "../../base/keys-of.ts";
import { type PurposeKey, purposeKeys, purposeOf } from "../../law/sharing-purposes.ts";
import type { CsvColumn } from "../list-csv.ts";
import { releaseRow } from "../releases/release-row.ts";
import { requestRow } from "../requests/request-row.ts";
import { type Decided, saidHow } from "./consent.ts";

const purpose = z.enum(purposeKeys as [PurposeKey, ...PurposeKey[]]);

/** A decision as it stands, one a record and purpose. Days are civil dates, times instants; '' where there is none. */
export const consentRow = z.object({
  id: z.string(),
  version: z.int(),
  system: z.string(),
  recordRef: z.string(),
  purpose,
  decision: z.enum(["yes", "no"]),
  how: oneOf(saidHow),
  takenBy: z.string(),
  wording: z.string(),
  evidence: z.string(),
  from: z.string(),
  until: z.string(),
  effect: z.string(),
  effectBy: z.string(),
  by: z.string(),
  at: z.string(),
});
export type ConsentRow = z.infer<typeof consentRow>;

export const consentColumns: readonly CsvColumn<ConsentRow>[] = [
  ["System", ({ system }) => system],
  ["Record", ({ recordRef }) => recordRef],
  ["Purpose", (row) => purposeOf(row.purpose).name],
  ["Basis", (row) => `${purposeOf(row.purpose).basis}, ${purposeOf(row.purpose).article}`],
  ["Decision", ({ decision }) => decision],
  ["How", ({ how }) => saidHow[how]],
  ["Taken by", ({ takenBy }, nameOf) => nameOf(takenBy)],
  ["Wording", ({ wording }) => wording],
  ["Evidence lies", ({ evidence }) => evidence],
  ["From", ({ from }) => from],
  ["Until", ({ until }) => until],
  ["Effect explained", ({ effect }) => effect],
  ["Explained by", ({ effectBy }, nameOf) => nameOf(effectBy)],
  ["Entered by", ({ by }, nameOf) => nameOf(by)],
  ["Entered (UTC)", ({ at }) => at],
];

/** A decision of before, or the one that stands: the history of a record and purpose, the newest first. */
export const consentStep = z.object({
  id: z.string(),
  consent: z.string(),
  decision: z.enum(["yes", "no"]),
  how: oneOf(saidHow),
  wording: z.string(),
  from: z.string(),
  until: z.string(),
  by: z.string(),
  at: z.string(),
});
export type ConsentStep = z.infer<typeof consentStep>;

/** An entry of the log about this record. */
export const recordLook = z.object({
  id: z.string(),
  kind: z.string(),
  /** Instant. */
  at: z.string(),
  /** Name of whoever it was; '' where nobody is known. */
  who: z.string(),
  browser: z.string(),
});
export type RecordLook = z.infer<typeof recordLook>;

/** A request about it that is open. */
export const requestOfRecord = z.pick(requestRow, {
  ...{ id: true, number: true, kind: true, state: true, receivedOn: true, limitOn: true, stands: true },
});

/** `POST /record-decisions`: what is decided of one record, by purpose, whom its patient lets us tell, and who looked. */
export const decisionsAnswer = z.object({
  asOf: z.string(),
  today: z.string(),
  /** Purposes that are decided at this clinic. */
  open: z.array(purpose),
  rows: z.array(consentRow),
  history: z.array(consentStep),
  /** What stands on the open record, five words each. */
  banner: z.array(z.string()),
  /** Whom the patient lets us tell: for those who keep the releases, null for anybody else. */
  releases: z.nullable(z.array(releaseRow)),
  /** Who looked, the newest first: of staff their own looks alone. */
  looks: z.array(recordLook),
  /** There are older ones. */
  moreLooks: z.boolean(),
  /** Requests about it that wait for an answer, as far as the reader works them. */
  requests: z.array(requestOfRecord),
});
export type DecisionsAnswer = z.infer<typeof decisionsAnswer>;

export const decisionOf = (rows: readonly ConsentRow[], key: PurposeKey): ConsentRow | undefined =>
  rows.find((row) => row.purpose === key);
export type { Decided };
