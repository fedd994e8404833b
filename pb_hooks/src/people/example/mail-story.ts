import type { FindingKind, Strength, UnreadableReason } from "#domain/detector/verdict";
import type { Gesture, Outcome, OverrideReason, RecipientClass } from "#domain/event-kinds";

/** One document that was held, and what became of it. */
export interface HeldMail {
  readonly daysAgo: number;
  readonly hour: number;
  readonly minute: number;
  readonly person: string;
  readonly browser: string;
  readonly how: Gesture;
  readonly strength: Strength;
  readonly kinds: readonly FindingKind[];
  readonly unreadable?: UnreadableReason;
  readonly to: RecipientClass;
  readonly outcome: Outcome;
  readonly reason?: OverrideReason;
  readonly sentence?: string;
  /** Whether it had been downloaded from the clinical system minutes before. */
  readonly downloaded?: boolean;
}

const letter: readonly FindingKind[] = ["nhs-number", "date-of-birth", "letter"];

export const heldMails: readonly HeldMail[] = [
  {
    daysAgo: 19,
    hour: 11,
    minute: 4,
    person: "maya",
    browser: "room-2",
    how: "chosen",
    strength: "strong",
    kinds: letter,
    to: "outside",
    outcome: "removed",
    downloaded: true,
  },
  {
    daysAgo: 17,
    hour: 15,
    minute: 41,
    person: "tom",
    browser: "desk-1",
    how: "dropped",
    strength: "strong",
    kinds: ["people-list", "date-of-birth", "name"],
    to: "own",
    outcome: "attached-inside",
  },
  {
    daysAgo: 14,
    hour: 9,
    minute: 22,
    person: "amara",
    browser: "room-1",
    how: "chosen",
    strength: "strong",
    kinds: ["referral", "nhs-number", "diagnosis"],
    to: "outside",
    outcome: "through-system",
    downloaded: true,
  },
  {
    daysAgo: 12,
    hour: 16,
    minute: 55,
    person: "tom",
    browser: "desk-2",
    how: "pasted",
    strength: "weak",
    kinds: ["name", "phone"],
    to: "outside",
    outcome: "not-a-patient-document",
  },
  {
    daysAgo: 9,
    hour: 10,
    minute: 12,
    person: "maya",
    browser: "room-2",
    how: "chosen",
    strength: "strong",
    kinds: letter,
    to: "outside",
    outcome: "removed",
    downloaded: true,
  },
  {
    daysAgo: 6,
    hour: 16,
    minute: 10,
    person: "amara",
    browser: "room-1",
    how: "chosen",
    strength: "strong",
    kinds: letter,
    to: "outside",
    outcome: "removed",
    downloaded: true,
  },
  {
    daysAgo: 5,
    hour: 11,
    minute: 37,
    person: "joss",
    browser: "desk-1",
    how: "chosen",
    strength: "unreadable",
    kinds: [],
    unreadable: "locked",
    to: "outside",
    outcome: "not-a-patient-document",
  },
  {
    daysAgo: 4,
    hour: 15,
    minute: 2,
    person: "maya",
    browser: "room-2",
    how: "dropped",
    strength: "strong",
    kinds: ["hospital-number", "treatment-note"],
    to: "outside",
    outcome: "through-system",
  },
  {
    daysAgo: 3,
    hour: 9,
    minute: 20,
    person: "tom",
    browser: "desk-1",
    how: "chosen",
    strength: "strong",
    kinds: ["people-list", "date-of-birth", "name"],
    to: "own",
    outcome: "attached-inside",
  },
  {
    daysAgo: 3,
    hour: 17,
    minute: 48,
    person: "amara",
    browser: "room-1",
    how: "pasted",
    strength: "strong",
    kinds: ["nhs-number", "treatment-note"],
    to: "outside",
    outcome: "removed",
  },
  {
    daysAgo: 2,
    hour: 13,
    minute: 15,
    person: "joss",
    browser: "desk-1",
    how: "chosen",
    strength: "weak",
    kinds: ["name", "address"],
    to: "unknown",
    outcome: "removed",
  },
  {
    daysAgo: 1,
    hour: 9,
    minute: 58,
    person: "maya",
    browser: "room-2",
    how: "chosen",
    strength: "strong",
    kinds: ["name", "diagnosis", "letter"],
    to: "outside",
    outcome: "removed",
    downloaded: true,
  },
  {
    daysAgo: 1,
    hour: 10,
    minute: 32,
    person: "maya",
    browser: "room-2",
    how: "chosen",
    strength: "strong",
    kinds: letter,
    to: "outside",
    outcome: "sent-anyway",
    reason: "needed-now",
    sentence: "The surgery needs it before the clinic on Monday.",
    downloaded: true,
  },
];
