import type { NothingHeld } from "../held.ts";
import { nothingByWhy } from "../held.ts";

/** Reasons why a field holds nothing about a patient for which it tells nothing of a person either, or is a secret. */
const withheldReasons: readonly string[] = [
  "Signing in",
  "Codes from which nothing can be read",
  "The log’s own order",
  "How the database is built",
  "Numbers and times of the database’s own",
];

/**
 * What people wrote, by table and by the column that names who did: it may stand among what is held about patients, and is
 * theirs to see.
 */
export const ownWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  actions: { by: ["text"], owner: ["text", "cancelledReason"], doneBy: ["doneNote"] },
  audit_lines: { lookedBy: ["note"] },
  audit_rounds: { closedBy: ["conclusion", "evidence"] },
  breach_entries: { by: ["text"] },
  breach_accounts: { user: ["orderReason"] },
  browsers: { user: ["ownDeviceReason", "settledReason"] },
  camera_viewers: { user: ["reason", "endedWhy"], by: ["reason"], endedBy: ["endedWhy"] },
  footage_viewings: { by: ["reason"], viewer: ["reason"] },
  requirements: { user: ["reason", "endReason"], by: ["reason"] },
  training_entries: { user: ["reason"], by: ["reason"] },
  breaches: {
    reporter: ["text"],
    triagedBy: ["triageReason"],
    leadBy: ["leadReason"],
    controllerBy: ["controllerReason"],
    closedBy: ["closedReason"],
    aloneBy: ["aloneReason"],
  },
  case_grants: { user: ["reason"], by: ["reason"] },
  completions: { by: ["evidence", "reason"], user: ["evidence", "reason"] },
  conflicts: { user: ["reason"] },
  erasures: { askedBy: ["ground", "alone"], decidedBy: ["reason"] },
  given_lessons: { by: ["reason"], user: ["reason"], takenBackBy: ["takenBackWhy"] },
  holds: { by: ["what", "why"], causeEndedBy: ["causeEndedWhy"], releasedBy: ["releasedWhy"] },
  mail_exceptions: { by: ["words", "answer"], decidedBy: ["answer"] },
  objections: { by: ["words", "answer"], answeredBy: ["answer"] },
  review_addenda: { by: ["text"] },
  review_items: { by: ["reason"] },
  reviews: { missedBy: ["missedReason"] },
  sample_items: { lookedBy: ["note"] },
  shares: { by: ["asked"], decidedBy: ["decidedWhy"] },
};

/** Fields that tell nothing about a patient and no secret, as `collection.field`. */
export function shownFields(nothing: readonly NothingHeld[]): ReadonlySet<string> {
  const shown = [...nothingByWhy(nothing)].filter(([why]) => !withheldReasons.includes(why));
  return new Set(shown.flatMap(([, fields]) => fields));
}

/** Words in a row that this person wrote, by the columns in which they stand. */
export const ownWordsIn = (table: string, names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => ownWords[table]?.[name] ?? []));
