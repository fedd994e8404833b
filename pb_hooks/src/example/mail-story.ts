import type { FindingKind, Strength, UnreadableReason } from "#domain/detector/verdict";
import type { Gesture, Outcome, OverrideReason, RecipientClass } from "#domain/ledger/mail-lists";

import type { Chance } from "../story/chance.ts";
import type { Day } from "../story/happening.ts";

/** One document that was held, and what became of it. */
export interface HeldMail {
  readonly day: Day;
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

/** Who sends from where, and what is usual there. */
const usual: readonly [UsualMail, ...UsualMail[]] = [
  { person: "maya", browser: "room-2", how: "chosen", kinds: letter, to: "outside" },
  { person: "amara", browser: "room-1", how: "chosen", kinds: letter, to: "outside" },
  { person: "tom", browser: "desk-1", how: "dropped", kinds: ["people-list", "date-of-birth"], to: "own" },
  { person: "joss", browser: "desk-2", how: "pasted", kinds: ["name", "phone"], to: "outside" },
];
type UsualMail = Pick<HeldMail, "person" | "browser" | "how" | "kinds" | "to">;

/** The weeks before those told below: two or three documents held in each, and none of them went out. */
export function usualMails(chance: Chance): HeldMail[] {
  return [9, 8, 7, 6, 5, 4].flatMap((week) =>
    Array.from({ length: 2 + chance.below(2) }, (_, i): HeldMail => {
      const mail = chance.of(usual);
      const strength = mail.kinds.length > 2 || mail.to === "own" ? "strong" : "weak";
      return {
        ...mail,
        day: [week, 1 + ((i * 2 + chance.below(2)) % 5)],
        hour: 9 + chance.below(8),
        minute: chance.below(60),
        strength,
        outcome: outcomeOf(mail.to, strength, chance),
        downloaded: mail.kinds === letter,
      };
    }),
  );
}

function outcomeOf(to: RecipientClass, strength: Strength, chance: Chance): Outcome {
  if (to === "own") return "attached-inside";
  return strength === "weak" ? "not-a-patient-document" : chance.of(["removed", "through-system", "removed"]);
}

export const heldMails: readonly HeldMail[] = [
  {
    day: [9, 4],
    hour: 11,
    minute: 20,
    person: "amara",
    browser: "room-1",
    how: "chosen",
    strength: "strong",
    kinds: letter,
    to: "outside",
    outcome: "sent-anyway",
    reason: "other",
    sentence: "It is the surgery that referred the patient to us.",
    downloaded: true,
  },
  {
    day: [2, 3],
    hour: 12,
    minute: 5,
    person: "tom",
    browser: "desk-2",
    how: "chosen",
    strength: "weak",
    kinds: ["name", "address"],
    to: "outside",
    outcome: "sent-anyway",
    reason: "other",
    sentence: "It is the supplier of our couches.",
  },
  {
    day: 19,
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
    day: 17,
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
    day: 14,
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
    day: 12,
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
    day: 9,
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
    day: 6,
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
    day: 5,
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
    day: 4,
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
    day: 3,
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
    day: 3,
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
    day: 2,
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
    day: 1,
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
    day: 1,
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
