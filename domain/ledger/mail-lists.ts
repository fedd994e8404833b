/** The words of which the mail's events are made. Lists alone: the first screen reads them, and not the shapes of all events. */

/** Where recipients stand to the clinic (DESIGN.md 10). A chip that can't be resolved is outside. */
export const recipientClasses = ["own", "approved", "patient", "outside", "unknown"] as const;
export type RecipientClass = (typeof recipientClasses)[number];

/** How a document came to the composer. */
export const gestures = [
  "chosen",
  "dropped",
  "pasted",
  "typed",
  "forwarded",
  "attached",
  "picked",
  "submitted",
] as const;
export type Gesture = (typeof gestures)[number];

/** What became of a held document. */
export const outcomes = [
  "removed",
  "sent-anyway",
  "not-a-patient-document",
  /** Said to be no patient document where the rule has no override: kept out, and the clinic is told. */
  "disputed",
  "attached-unread",
  "attached-inside",
  "undecided",
  "closed",
  "through-system",
  "passed",
  /** Sent on after a warning, where the clinic’s table asks no more for these recipients. */
  "attached-warned",
  /** Let through by a cell of the table that records alone: nobody was asked. */
  "logged",
  /** What names the patient was taken out of the text: not sent yet, and checked anew when it is. */
  "taken-out",
  /** Sent under an approved exception. */
  "by-exception",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Reasons offered for "Send anyway, because…" (mock/extension NOTES, "form anyway"). */
export const overrideReasons = [
  "needed-now",
  "patient-asked",
  "law-requires",
  "system-down",
  "other",
] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** Reasons offered for "It isn't a patient document", where the evidence is strong and somebody outside gets it. */
export const disputeReasons = ["no-real-person", "not-of-a-patient", "misread", "other"] as const;
export type DisputeReason = (typeof disputeReasons)[number];
