import { type FourAnswers, worksForNhs } from "../../law/four-answers.ts";
import { type NhsRoute, nhsRoute } from "./assessment.ts";
import type { IcoAnswer } from "./ico-answers.ts";

/**
 * Axes of the NHS grid, 1 to 5: how likely an adverse effect is, and how severe (NHS England, "Guide to the Notification
 * of Data Security and Protection Incidents"; DOMAIN.md 1.6).
 */
export const likelihoodWords = [
  "1, not occurred",
  "2, not likely",
  "3, likely",
  "4, highly likely",
  "5, occurred",
] as const;
export const impactWords = [
  "1, no adverse effect",
  "2, potentially some minor adverse effect",
  "3, potentially some adverse effect",
  "4, potentially pain, suffering or financial loss",
  "5, death or catastrophic event",
] as const;

/** Whether a clinic is graded by it: in England alone, where it works for the NHS. No page says what the others use. */
export const hasNhsGrid = (answers: FourAnswers): boolean =>
  answers.nation === "england" && worksForNhs(answers);

/** What the ICO's form has no category for, and the floor rule names. */
const floorAnswers: readonly string[] = ["mental-health", "sexual-health", "communicable-disease", "several"];

/** People and data for whom each axis counts as 2 at least, unless it is contained (the floor rule, DOMAIN.md 1.6). */
const floorGrounds: Readonly<Record<string, readonly string[]>> = {
  subject_categories: ["children", "vulnerable-adults"],
  data_categories: [
    "criminal",
    "racial-ethnic",
    "religious-philosophical",
    "sex-life",
    "sexual-orientation",
    "gender-reassignment",
  ],
};

/** What the grid says of an incident. */
export interface NhsGrade {
  /** 1 to 5, as somebody graded it. */
  readonly likelihood: number;
  readonly impact: number;
  /** Whether the floor rule raised the grading before the route was read. */
  readonly raised: boolean;
  readonly route: NhsRoute;
}

/**
 * The grading of an incident by the answers of the form; undefined while one of the axes is not graded.
 *
 * @param likelihood - 1 to 5; 0 while it is not graded. `impact` the same.
 * @param form - Answers of the ICO's form by key.
 * @param answers - Of the assessment by question.
 */
export function nhsGrade({
  likelihood,
  impact,
  form,
  answers,
  contained,
}: {
  readonly likelihood: number;
  readonly impact: number;
  readonly form: Readonly<Record<string, IcoAnswer>>;
  readonly answers: Readonly<Record<string, string | undefined>>;
  readonly contained: boolean;
}): NhsGrade | undefined {
  if (likelihood < 1 || impact < 1) return undefined;
  const grounds =
    floorAnswers.includes(answers.sensitive ?? "") ||
    Object.entries(floorGrounds).some(([key, ids]) => ticks(form[key], ids));
  const floor = !contained && grounds;
  const raised = floor && (likelihood < 2 || impact < 2);
  return { likelihood, impact, raised, route: nhsRoute(likelihood, impact, floor) };
}

const ticks = (answer: IcoAnswer | undefined, ids: readonly string[]): boolean =>
  typeof answer === "object" && answer.some((one) => ids.includes(one));

/** "Likelihood 3, likely; impact 1, no adverse effect; counted as 2 at least, for …". */
export function gradeInWords({ likelihood, impact, raised }: NhsGrade): string {
  const graded = `Likelihood ${likelihoodWords[likelihood - 1]}; impact ${impactWords[impact - 1]}`;
  return raised
    ? `${graded}; each counted as 2 at least, for the people or the data concerned and while it is not contained`
    : graded;
}
