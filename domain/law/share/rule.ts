import type { Nation } from "../four-answers.ts";
import type { LawSource, Sure } from "../rule.ts";
import type { AnswerTo, ShareQuestion } from "./questions.ts";

/** `ask`: it goes to the lead with what is known. */
export type Verdict = "permit" | "refuse" | "ask";
/** Who decides: whoever is asked at the desk, the lead, a registered health professional. */
export type Decider = "you" | "lead" | "professional";

/** When a rule fits: of each question that it names, one of these answers. "Not sure" fits none. */
export type ShareWhen = { readonly [Q in ShareQuestion]?: readonly AnswerTo<Q>[] };

export interface ShareRule {
  readonly id: string;
  readonly when: ShareWhen;
  /** Where it is law; left out, everywhere. Elsewhere it does not apply. */
  readonly nations?: readonly Nation[];
  readonly verdict: Verdict;
  /** The first sentence of the card. */
  readonly says: string;
  /** What may be said aloud; of a permit nothing. */
  readonly aloud: string;
  readonly ground: string;
  readonly condition: string;
  readonly decides: Decider;
  /** Whether the patient is told. */
  readonly told: string;
  readonly source: LawSource;
  readonly sure: Sure;
}
