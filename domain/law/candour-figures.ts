import * as z from "zod/mini";
import { candourFor } from "./candour.ts";
import { type CandourFacts, harms } from "./candour-facts.ts";
import { candourRules } from "./candour-rules.ts";
import type { FourAnswers } from "./four-answers.ts";

/** `GET /candour-year?year`: what the yearly report has to number. Counts alone: it names and identifies nobody. */
export const candourYearAnswer = z.object({
  asOf: z.string(),
  /** First and last day of the year. */
  first: z.string(),
  last: z.string(),
  /** Incidents to which the duty applied, and of what harm. */
  incidents: z.int(),
  byHarm: z.array(z.object({ harm: z.enum(harms), count: z.int() })),
  /** How far each step of the procedure was taken in them. */
  steps: z.array(z.object({ id: z.string(), taken: z.int() })),
  /** Cases of the year in which it was not said, or not said in full, whether the duty applied. */
  open: z.int(),
});
export type CandourYear = z.infer<typeof candourYearAnswer>;

/** What a case of the year says. */
export interface CandourCase {
  readonly facts: CandourFacts | null;
  /** Ids of what was noted as done in it. */
  readonly done: readonly string[];
}

/**
 * The figures of a year.
 *
 * @param cases - Breaches and near misses that happened in it.
 */
export function candourFigures(
  clinic: FourAnswers,
  cases: readonly CandourCase[],
): Pick<CandourYear, "incidents" | "byHarm" | "steps" | "open"> {
  const found = cases.map((one) => ({ ...one, candour: one.facts && candourFor(clinic, one.facts) }));
  const met = found.filter(({ candour }) => candour?.met === "yes");
  return {
    incidents: met.length,
    byHarm: harms
      .map((harm) => ({ harm, count: met.filter(({ facts }) => facts?.harm === harm).length }))
      .filter(({ count }) => count > 0),
    steps: candourRules.scotland.steps.map(({ id }) => ({
      id,
      taken: met.filter(({ done }) => done.includes(id)).length,
    })),
    open: found.filter(({ candour }) => candour === null || candour.met === "not-known-yet").length,
  };
}
