/** Whose law and calendar a clinic keeps. */
export const nations = ["england", "wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof nations)[number];

/** Who inspects a clinic for its care; `none`: it is registered with nobody. '' while nobody has said it. */
export const careRegulatorAnswers = ["", "cqc", "his", "hiw", "rqia", "none"] as const;
export type CareRegulatorAnswer = (typeof careRegulatorAnswers)[number];
export type CareRegulatorId = Exclude<CareRegulatorAnswer, "" | "none">;

/**
 * What the clinic is in law. The duty of candour leaves out in Scotland who trades in their own name, and asks a
 * health service body more than any other in England.
 */
export const legalFormAnswers = ["", "person", "body", "nhs-body"] as const;
export type LegalFormAnswer = (typeof legalFormAnswers)[number];

export const nhsWorkAnswers = ["", "yes", "no"] as const;
export type NhsWorkAnswer = (typeof nhsWorkAnswers)[number];

/** What is asked once, before anything else: candour, notices, retention and training targets follow from these four. */
export interface FourAnswers {
  readonly nation: Nation;
  readonly careRegulator: CareRegulatorAnswer;
  readonly legalForm: LegalFormAnswer;
  readonly nhsWork: NhsWorkAnswer;
}
export const fourQuestions = ["nation", "careRegulator", "legalForm", "nhsWork"] as const;

/** The answers that are still owed, in the order of the questions. */
export const notAnswered = (answers: FourAnswers): (keyof FourAnswers)[] =>
  fourQuestions.filter((question) => answers[question] === "");

/** An NHS body works for the NHS, whatever was ticked. */
export const worksForNhs = ({ legalForm, nhsWork }: FourAnswers): boolean =>
  legalForm === "nhs-body" || nhsWork === "yes";
