import * as z from "zod/mini";

/** Other registers whose rows can name a record. */
export const placeRegisters = [
  "requests",
  "releases",
  "release_asks",
  "consents",
  "disclosures",
  "shares",
] as const;
export type PlaceRegister = (typeof placeRegisters)[number];

/** Where something of a record lies in Chaperone itself, as of a moment. Civil dates; '' where there is none. */
export const recordPlaces = z.object({
  /** Events of the log that name it, and the day on which the last of them is gone by tombstone. */
  events: z.int(),
  eventsGone: z.string(),
  /** Numbers of incidents that name it among the people affected, as far as the reader may read them. */
  incidents: z.array(z.int()),
  /** Files of evidence in these: they stay with the incident. */
  files: z.int(),
  /** Nightly backups, and the day on which the last that holds something of now ages out. */
  backups: z.int(),
  backupsGone: z.string(),
  /** Copies of the log and evidence packs that were made since it was first named: what stands in them is not known. */
  exports: z.int(),
  packs: z.int(),
  /** Holds that were placed on it, and what a list that came last keeps of it so that it can be taken back. */
  holds: z.optional(z.int()),
  lists: z.optional(z.int()),
  /** Rows of the other registers that name it; of decisions those that every manager reads. */
  rows: z.optional(z.partialRecord(z.enum(placeRegisters), z.int())),
});
export type RecordPlaces = z.infer<typeof recordPlaces>;

/** What is frozen of a destruction. */
export const certificate = z.object({
  v: z.literal(1),
  number: z.int(),
  clinic: z.string(),
  timeZone: z.string(),
  system: z.string(),
  recordRef: z.string(),
  rowClass: z.string(),
  month: z.string(),
  starts: z.string(),
  /** Title of the rules, and how binding they are. */
  rules: z.string(),
  found: z.string(),
  appraisedBy: z.string(),
  appraisedAt: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  second: z.string(),
  agreedAt: z.string(),
  doneOn: z.string(),
  how: z.string(),
  beside: z.string(),
  doneBy: z.string(),
  doneAt: z.string(),
  places: recordPlaces,
  /** Head of the log when it was made. */
  ledger: z.object({ seq: z.int(), hash: z.string() }),
});
export type Certificate = z.infer<typeof certificate>;

/** `GET /retention-record?id`: a record's places now, and its certificate where it is destroyed. */
export const recordAnswer = z.object({
  places: recordPlaces,
  certificate: z.nullable(z.string()),
  hash: z.string(),
});

/** `GET /retention-own`: what Chaperone itself holds and what of it would go by a day. */
export const ownAnswer = z.object({
  on: z.string(),
  parts: z.array(
    z.object({
      what: z.string(),
      /** How long, in words. */
      rule: z.string(),
      /** null where it can't be known here. */
      held: z.nullable(z.int()),
      /** Would be gone by that day; null where it can't be known here. */
      goes: z.nullable(z.int()),
      /** How it goes, in words. */
      how: z.string(),
    }),
  ),
  backups: z.array(z.object({ name: z.string(), gone: z.string() })),
  exports: z.int(),
  packs: z.int(),
});
export type OwnAnswer = z.infer<typeof ownAnswer>;

/** "DES-31". */
export const certificateName = (number: number): string => `DES-${number}`;
