import { financialYearOf } from "./financial-year.ts";
import type { FourAnswers } from "./four-answers.ts";
import { worksForNhs } from "./four-answers.ts";
import { from, type LawRule } from "./rule.ts";

const act = "Health (Tobacco, Nicotine etc. and Care) (Scotland) Act 2016";

/** The yearly report on the duty of candour; also of a year without an incident. */
export const candourYearRule = {
  id: "candour-scotland-year",
  nations: ["scotland"],
  binds: "Bodies that gave a health service in the year",
  text: "A report on the duty of candour for each financial year, as soon as is practicable after its end; published, naming and identifying nobody; then the regulator told. A year without an incident is reported, too",
  source: from(act, "s.24"),
  sure: "read",
} as const satisfies LawRule;

/** What the report sets out (s.24(2)). */
export const candourYearParts = [
  "How many incidents there were to which the duty applied, and of what nature",
  "How far the duty was carried out",
  "Policies and procedures: how incidents are identified and reported, and what support staff and the people affected get",
  "What changed in policies and procedures because of incidents",
] as const;

/** Whether a clinic owes it: in Scotland, a body, and registered with HIS or at work for the NHS. */
export const owesCandourYear = (answers: FourAnswers): boolean =>
  answers.nation === "scotland" &&
  (answers.legalForm === "body" || answers.legalForm === "nhs-body") &&
  (answers.careRegulator === "his" || worksForNhs(answers));

/** Whom the publisher tells (s.24(5)). */
export const toldOfCandourYear = ({ careRegulator }: FourAnswers): string =>
  careRegulator === "his" ? "Healthcare Improvement Scotland" : "the Scottish Ministers";

/** A report that is owed: for which year, and from which day on. */
export interface CandourYearDue {
  /** Last day of the year. */
  readonly last: string;
  /** First day on which it can be made; as soon as is practicable from then on. */
  readonly from: string;
}

/**
 * Reports that are owed or come next: of the last year that ended, until it is recorded as published, and of this one.
 *
 * @param today - Civil date at the clinic.
 * @param since - Civil date on which the clinic began; '' where it has not been said.
 * @param published - Last days of years whose report was published.
 */
export function candourYearsDue(
  today: string,
  since: string,
  published: readonly string[],
): CandourYearDue[] {
  const current = financialYearOf(today);
  const before = financialYearOf(dayBefore(current.first));
  return [before, current]
    .filter(({ last }) => last >= since && !published.includes(last))
    .map(({ last }) => ({ last, from: dayAfter(last) }));
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string): string => shifted(day, -1);
const dayAfter = (day: string): string => shifted(day, 1);
