import type { FindingKind, Strength, UnreadableReason } from "#domain/detector/verdict";
import type { MailEnd } from "#domain/figures/trends";
import type {
  DisputeReason,
  Gesture,
  Outcome,
  OverrideReason,
  RecipientClass,
} from "#domain/ledger/mail-lists";

export const findingWords: Readonly<Record<FindingKind, string>> = {
  "nhs-number": "NHS number",
  "chi-number": "CHI number",
  "hc-number": "H&C number",
  "date-of-birth": "date of birth",
  name: "name",
  address: "address",
  phone: "phone number",
  postcode: "postcode",
  "hospital-number": "hospital number",
  diagnosis: "diagnosis",
  medicine: "medicine",
  "test-result": "test result",
  "treatment-note": "treatment note",
  letter: "clinic letter",
  referral: "referral",
  "people-list": "list of people",
  "structured-record": "record in a data format",
  provenance: "downloaded from the clinical system",
  "staff-paper": "paper about a member of staff",
  "known-patient": "person of the clinic’s own list",
};

export const strengthWords: Readonly<Record<Strength, string>> = {
  strong: "Strong evidence",
  weak: "Weak evidence",
  none: "No evidence",
  unreadable: "Could not be read",
};

export const unreadableWords: Readonly<Record<UnreadableReason, string>> = {
  locked: "locked with a password",
  damaged: "damaged",
  "unknown-kind": "a kind of file that can’t be read",
  "too-faint": "too faint to read",
  empty: "empty",
  "too-large": "too large to read",
  "timed-out": "not read in time",
  picture: "with a picture that could not be read",
  garbled: "with letters that can’t be made out",
  part: "with a part that could not be opened",
};

export const gestureWords: Readonly<Record<Gesture, string>> = {
  chosen: "File chosen",
  dropped: "File dropped",
  pasted: "Pasted",
  typed: "Typed text",
  forwarded: "Forwarded message",
  attached: "Attached by the page",
  picked: "Picked from a drive",
  submitted: "Sent with a form",
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  removed: "Taken out",
  "sent-anyway": "Sent anyway",
  "not-a-patient-document": "Not a patient document",
  disputed: "Kept out; said to be no patient document",
  "attached-unread": "Attached unread",
  "attached-inside": "Sent inside",
  undecided: "Not decided",
  closed: "Message closed",
  "through-system": "Through the clinical system",
  passed: "Let pass",
  "attached-warned": "Sent after a warning",
  "taken-out": "What names the patient taken out",
  logged: "Let through by a rule",
  "by-exception": "Sent under an exception",
};

/** The same for an attempt, of which nothing may have become yet. */
export const endWords: Readonly<Record<MailEnd, string>> = { ...outcomeWords, open: "Not decided yet" };

/** Outcomes after which a document may have left: the only ones with a colour. */
export const outcomeState: Readonly<Partial<Record<Outcome, "red" | "amber">>> = {
  "sent-anyway": "red",
  "attached-unread": "amber",
  "not-a-patient-document": "amber",
  "attached-warned": "amber",
  "by-exception": "amber",
};

export const reasonWords: Readonly<Record<OverrideReason | DisputeReason, string>> = {
  "needed-now": "Another clinician needs it now",
  "patient-asked": "The patient asked for it",
  "law-requires": "The law requires it",
  "system-down": "The clinical system is down",
  "no-real-person": "A form, a sample or made up",
  "not-of-a-patient": "About somebody who isn’t a patient",
  misread: "The check took something else for a patient’s details",
  other: "Another reason",
};

export const recipientWords: Readonly<Record<RecipientClass, string>> = {
  own: "inside",
  approved: "approved",
  patient: "patient",
  outside: "outside",
  unknown: "not known",
};
