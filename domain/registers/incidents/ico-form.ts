/**
 * The shape of the regulator's form (DOMAIN.md 1.5); its questions stand in `ico-questions.ts`. The online form cannot be
 * imported, so each answer has a Copy button. "Not known yet" is an answer everywhere (Art 33(4)).
 */
export const icoFormVersion = "2026-11-1";
export const notKnownYet = "not-known-yet";

export type AnswerType = "text" | "choice" | "choices" | "count" | "moment" | "yes-no";

/** What must hold for some of the questions to be asked. */
export type IcoCondition =
  | "follow-up"
  | "cyber"
  | "systems-affected"
  | "late"
  | "others-told"
  | "other-dpo"
  | "other-data"
  | "other-people";

export interface IcoQuestion {
  readonly key: string;
  readonly part: IcoPartId;
  readonly text: string;
  readonly type: AnswerType;
  readonly options?: Readonly<Record<string, string>>;
  readonly hint?: string;
  /** Asked only where this holds. */
  readonly when?: IcoCondition;
}

export const icoParts = {
  report: "About your report",
  breach: "About the breach",
  cyber: "Cyber incidents only",
  staff: "Staff",
  action: "Taking action",
  you: "About you",
} as const;
export type IcoPartId = keyof typeof icoParts;

/** The part that holds the clinic's own name and contacts, which are no patient's. */
export const isOwnPart = (part: string): boolean => part === "you";

/** Its questions, for whoever does without the whole form; a test compares them. */
export const ownQuestions = [
  "controller",
  "registration",
  "sector",
  "address",
  "reporter_name",
  "reporter_email",
  "reporter_phone",
  "dpo_same",
  "dpo",
] as const;
