import type { OffsetAt } from "#domain/base/local-time";
import { longDate, longMoment } from "#domain/base/local-words";
import { harmWords } from "#domain/law/candour-facts";
import type { CandourYear } from "#domain/law/candour-figures";
import { candourRules } from "#domain/law/candour-rules";
import { candourYearParts, candourYearRule } from "#domain/law/candour-year";
import { financialYearName } from "#domain/law/financial-year";
import { sourceWords } from "#domain/law/rule";
import type { Block, Paper } from "../paper.ts";

/** What the clinic writes in by hand: Chaperone knows its figures, not its procedures. */
export const toBeWritten = "[To be written by the clinic]";

const section = (text: string): Block => ({ is: "heading", level: 2, text });
const says = (text: string): Block => ({ is: "paragraph", text });

/** "Incidents: 2; Functions lessened for good: 1 …" as names and numbers. */
export const candourRows = ({
  incidents,
  byHarm,
  steps,
  open,
}: CandourYear): (readonly [string, string])[] => [
  ["Incidents to which the duty applied", String(incidents)],
  ...byHarm.map(({ harm, count }) => [`Of these, ${harmWords[harm].toLowerCase()}`, String(count)] as const),
  ...steps.map(
    ({ id, taken }) =>
      [
        candourRules.scotland.steps.find((step) => step.id === id)?.text ?? id,
        `${taken} of ${incidents}`,
      ] as const,
  ),
  ["Cases of the year in which it is not said yet whether it applied", String(open)],
];

/** The yearly report on the duty of candour, with its figures, for the clinic to finish and publish. */
export function candourYearPaper(clinic: string, year: CandourYear, offsetAt: OffsetAt): Paper {
  const [incidents, carriedOut, procedures, changes] = candourYearParts;
  const rows = candourRows(year);
  return {
    title: `Duty of candour: report for ${financialYearName(year.last)}`,
    subject: sourceWords(candourYearRule.source),
    author: clinic,
    madeAtMs: Date.parse(year.asOf),
    foot: [
      `${clinic} \u00b7 Duty of candour, ${financialYearName(year.last)}`,
      sourceWords(candourYearRule.source),
    ],
    blocks: [
      says(
        `${clinic}. From ${longDate(year.first)} to ${longDate(year.last)}. Figures as of ${longMoment(year.asOf, offsetAt)}. Counted from the incidents that whoever made this paper may read, by when they happened: look for others before it is published. It names and identifies nobody.`,
      ),
      section(incidents),
      { is: "facts", rows },
      says(`Their nature: ${toBeWritten}`),
      section(carriedOut),
      says(toBeWritten),
      section(procedures),
      says(toBeWritten),
      section(changes),
      says(toBeWritten),
    ],
  };
}
