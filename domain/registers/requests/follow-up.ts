import type { Outcome } from "./facts.ts";
import type { RequestKind } from "./kinds.ts";
import type { DecideGround } from "./words.ts";

/** What each recipient is told once this was decided (UK GDPR Art 19); undefined of all else. */
export const toldToRecipients = (kind: RequestKind, outcome: Outcome): string | undefined =>
  outcome === "refused" ? undefined : recipientWords[kind];

const recipientWords: Readonly<Partial<Record<RequestKind, string>>> = {
  rectification: "what was corrected, or that a note stands beside it",
  erasure: "what was erased",
  restriction: "that its use is restricted",
};

/** What has to be done of an objection that was decided; undefined of all else. */
export function doneOfObjection(
  kind: RequestKind,
  outcome: Outcome,
  ground: DecideGround,
): string | undefined {
  if (kind !== "objection" || outcome === "refused") return undefined;
  return ground === "marketing"
    ? "Take the address off every mailing list, and add it to those who get no mailings"
    : "Stop the use that was objected to, and write down where it was stopped";
}

/** A disputed opinion is not changed: the patient’s own note is put beside it. */
export const doneOfOpinion = (kind: RequestKind, ground: DecideGround): string | undefined =>
  kind === "rectification" && ground === "opinion-noted"
    ? "Put the patient’s own note beside the opinion in the clinical system"
    : undefined;
