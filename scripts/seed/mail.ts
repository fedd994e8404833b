import type { OverrideReason } from "#domain/ledger/mail-lists";
import type { Chance } from "./chance.ts";

type Detail = { readonly v: number; readonly [part: string]: unknown };

/** How a held document ends, by how strong its evidence is: overrides, false positives, and some of which nothing comes. */
const ends = {
  strong: [
    ["removed", 60],
    ["through-system", 25],
    ["not-a-patient-document", 8],
    ["closed", 4],
    ["", 3],
  ],
  weak: [
    ["removed", 30],
    ["not-a-patient-document", 35],
    ["sent-anyway", 25],
    ["closed", 6],
    ["", 4],
  ],
  unreadable: [
    ["attached-unread", 45],
    ["removed", 35],
    ["undecided", 15],
    ["", 5],
  ],
} as const;
type Strength = keyof typeof ends;

const strengths: readonly (readonly [Strength, number])[] = [
  ["strong", 30],
  ["weak", 50],
  ["unreadable", 20],
];
const reasons: readonly OverrideReason[] = ["needed-now", "patient-asked", "law-requires", "system-down"];
const kinds = ["date-of-birth", "name", "nhs-number", "letter", "address", "phone"] as const;

/** A document that was held, and what became of it; undefined where nothing is known of that. */
export function heldMail(chance: Chance): { readonly held: Detail; readonly outcome: Detail | undefined } {
  const strength = chance.among(strengths);
  const outcome = chance.among<string>(ends[strength]);
  const to = chance.of(["own", "approved", "patient", "outside"]);
  const none = { own: 0, approved: 0, patient: 0, outside: 0, unknown: 0 };
  const files = 1 + chance.below(2);
  const seen = strength === "unreadable" ? [] : [chance.of(kinds)];
  const common = { v: 1, adapter: "roundcube", files, strength };
  return {
    held: {
      ...common,
      how: chance.of(["chosen", "dropped", "forwarded"]),
      kinds: seen.map((kind) => ({ kind, count: 1 + chance.below(4) })),
      ...(strength === "unreadable" ? { unreadable: chance.of(["locked", "too-faint"]) } : {}),
      recipients: { ...none, [to]: 1 },
      shown: [strength === "unreadable" ? "could-not-check" : "names-a-patient"],
      detector: "rules-1",
    },
    outcome:
      outcome === ""
        ? undefined
        : { ...common, outcome, ...(outcome === "sent-anyway" ? { reason: chance.of(reasons) } : {}) },
  };
}
