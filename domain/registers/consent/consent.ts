import type { FourAnswers } from "../../law/four-answers.ts";
import { worksForNhs } from "../../law/four-answers.ts";
import { type PatientCan, type PurposeKey, purposeKeys, purposeOf } from "../../law/sharing-purposes.ts";

/** How a patient said so: said is as good as written. */
export const saidHow = {
  person: "in person",
  phone: "by telephone",
  letter: "in writing",
  system: "through the clinical system",
  form: "on a form",
  nhs: "as checked with the NHS",
} as const;
export type SaidHow = keyof typeof saidHow;

/** What a decision is: what the purpose asks for happens, or does not; of a mark, whether it stands. */
export type Decided = "yes" | "no";

/** What holds where a patient has said nothing. */
export const defaultOf = (can: PatientCan): Decided => (can === "consent" || can === "mark" ? "no" : "yes");

/** Purposes that can be decided at a clinic; the national opt-out only where it applies (DOMAIN.md 7.6). */
export const purposesAt = (answers: Pick<FourAnswers, "nation" | "legalForm" | "nhsWork">): PurposeKey[] =>
  purposeKeys.filter((key) => !purposeOf(key).nationalOptOut || nationalOptOutApplies(answers));

export const nationalOptOutApplies = (
  answers: Pick<FourAnswers, "nation" | "legalForm" | "nhsWork">,
): boolean => answers.nation === "england" && worksForNhs(answers as FourAnswers);

export interface DecidedDays {
  readonly decision: Decided;
  /** Civil dates; '' of an end that is open. */
  readonly from: string;
  readonly until: string;
  readonly purpose?: PurposeKey;
}

/** A restriction is lifted by somebody who has told the patient before, never by a day alone (UK GDPR Art 18(3)). */
const standsUntilLifted = ({ purpose, decision }: DecidedDays): boolean =>
  purpose === "restricted" && decision === "yes";

/** @param today - Civil date at the clinic. @returns What counts today, undefined where the default does. */
export function countsToday(decided: DecidedDays | undefined, today: string): Decided | undefined {
  if (decided === undefined || decided.from > today) return undefined;
  const over = decided.until !== "" && decided.until < today;
  return over && !standsUntilLifted(decided) ? undefined : decided.decision;
}

/** What counts in words, for the table of a record. */
export function decisionWords(can: PatientCan, counts: Decided | undefined): string {
  if (can === "nothing") return "Used when asked";
  const now = counts ?? defaultOf(can);
  if (can === "mark") return now === "yes" ? "Stands" : "Does not stand";
  if (can === "consent") return now === "yes" ? "Yes" : counts === "no" ? "No" : "Not asked";
  if (can === "object") return now === "yes" ? "Used" : "Objects";
  return now === "yes" ? "Shared" : "Opted out";
}

/** The one step that turns a decision, as its link is called; undefined where the patient can do nothing. */
export function stepWords(can: PatientCan, counts: Decided | undefined): string | undefined {
  const now = counts ?? defaultOf(can);
  if (can === "nothing") return undefined;
  if (can === "consent") return now === "yes" ? "Withdraw" : counts === "no" ? "Give again" : "Give";
  if (can === "mark") return now === "yes" ? "Lift" : "Set";
  if (can === "object") return now === "yes" ? "Object" : "Take back";
  return now === "yes" ? "Opt out" : "Take back";
}

/** A departure from care's own sharing: what it does to the care has to be explained first. */
export const asksForEffect = (purpose: PurposeKey, decision: Decided): boolean =>
  purpose === "care" && decision === "no";

export interface DecisionFacts {
  readonly purpose: PurposeKey;
  readonly decision: Decided;
  readonly how: SaidHow;
  readonly from: string;
  readonly until: string;
  readonly effect: string;
  readonly effectBy: string;
  readonly evidence?: string;
}

/**
 * What is wrong with a decision as it is entered; undefined where nothing is.
 *
 * @param open - Purposes that are decided at this clinic.
 * @param today - Civil date at the clinic.
 */
export function decisionProblem(
  { purpose, decision, how, from, until, effect, effectBy, evidence = "" }: DecisionFacts,
  open: readonly PurposeKey[],
  today: string,
):
  | {
      readonly field: "purpose" | "decision" | "how" | "from" | "until" | "effect" | "effectBy" | "evidence";
      readonly says: string;
    }
  | undefined {
  const { can } = purposeOf(purpose);
  if (!open.includes(purpose))
    return { field: "purpose", says: "The national data opt-out does not apply to the care given here." };
  if (can === "nothing")
    return { field: "purpose", says: "The law decides this: there is nothing to decide." };
  if (how === "nhs" && purpose !== "national-opt-out")
    return { field: "how", says: "Only the national data opt-out is checked with the NHS." };
  if (from > today) return { field: "from", says: "This day is still to come." };
  if (until !== "" && until < from) return { field: "until", says: "It begins later than this." };
  if (can === "mark" && decision === "yes" && until === "")
    return { field: "until", says: "A mark needs a last day: then somebody looks again." };
  if (purpose === "restricted" && decision === "no" && evidence === "")
    return { field: "evidence", says: "Say how the patient was told before." };
  if (asksForEffect(purpose, decision) && effect === "")
    return { field: "effect", says: "Say in which words the effect on the care was explained." };
  if (asksForEffect(purpose, decision) && effectBy === "")
    return { field: "effectBy", says: "Say who explained the effect on the care." };
  return undefined;
}
