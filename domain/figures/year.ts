import * as z from "zod/mini";
import { median } from "../base/median.ts";
import { type Cause, causes, type ReportKind, reportKinds } from "../registers/incidents/kinds.ts";
import { type StepIncident, stepOf, steps } from "./steps.ts";
import { countParts, type Verdict, verdicts } from "./trends.ts";

const count = z.int().check(z.minimum(0));

/** How long a step took, over the incidents that it is asked of. Spans in milliseconds. */
const stepFigure = z.object({
  step: z.enum(steps),
  known: count,
  waiting: count,
  unknown: count,
  median: z.nullable(z.number()),
  longest: z.nullable(z.object({ ms: z.number(), id: z.string(), number: z.int() })),
});
export type StepFigure = z.infer<typeof stepFigure>;

/** `GET /api/chaperone/year?year=2026`: the incidents opened in a year, of those that the reader may see. */
export const yearAnswer = z.object({
  asOf: z.string(),
  /** First and last civil date. */
  from: z.string(),
  to: z.string(),
  /** Civil date on which the register begins; null before anything is recorded. */
  since: z.nullable(z.string()),
  /** Calendar years in which one was opened, newest first. */
  years: z.array(z.int()),
  total: count,
  /** How many in the year before; null where the register does not go back so far. */
  before: z.nullable(count),
  verdicts: z.record(z.enum(verdicts), count),
  kinds: z.record(z.enum(reportKinds), count),
  causes: z.record(z.enum(causes), count),
  steps: z.array(stepFigure),
  /** What each register counts, and in the year before; null there where it was not recorded yet. */
  registers: z.record(z.string(), z.object({ parts: countParts, before: z.nullable(countParts) })),
});
export type YearFigures = z.infer<typeof yearAnswer>;

/** An incident as the year needs it. */
export interface YearIncident extends StepIncident {
  readonly id: string;
  readonly number: number;
  readonly verdict: Verdict;
  readonly kind: ReportKind;
  readonly cause: Cause;
}

/** The figures of some incidents. */
export function yearFigures(
  incidents: readonly YearIncident[],
): Pick<YearFigures, "total" | "verdicts" | "kinds" | "causes" | "steps"> {
  return {
    total: incidents.length,
    verdicts: tally(verdicts, incidents, ({ verdict }) => verdict),
    kinds: tally(reportKinds, incidents, ({ kind }) => kind),
    causes: tally(causes, incidents, ({ cause }) => cause),
    steps: steps.map((step) => {
      const found = incidents.map((one) => ({ one, is: stepOf(step, one) }));
      const spans = found.flatMap(({ one, is }) =>
        is.state === "known" ? [{ ms: is.ms, id: one.id, number: one.number }] : [],
      );
      const inState = (state: string) => found.filter(({ is }) => is.state === state).length;
      const longest = spans.reduce<(typeof spans)[number] | null>(
        (most, one) => (most === null || one.ms > most.ms ? one : most),
        null,
      );
      return {
        step,
        known: spans.length,
        waiting: inState("waiting"),
        unknown: inState("unknown"),
        median: median(spans.map(({ ms }) => ms)) ?? null,
        longest,
      };
    }),
  };
}

function tally<Word extends string>(
  words: readonly Word[],
  incidents: readonly YearIncident[],
  of: (one: YearIncident) => Word,
): Record<Word, number> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  for (const one of incidents) counts[of(one)] += 1;
  return counts;
}

const msPerDay = 86_400_000;

/** The year that ends the day before another begins. */
export function yearBefore({ from }: { readonly from: string }): { from: string; to: string } {
  const last = new Date(Date.parse(`${from}T00:00:00.000Z`) - msPerDay).toISOString().slice(0, 10);
  return yearSpan(undefined, last);
}

/**
 * First and last civil date of a calendar year, or of the twelve months that end today.
 *
 * @param today - Civil date at the clinic.
 */
export function yearSpan(year: number | undefined, today: string): { from: string; to: string } {
  if (year !== undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const [y = 0, m = 1, d = 1] = today.split("-").map(Number);
  // The last day of a month is the most that a year ago can be: 29 February comes from 28 February.
  const lastOfMonth = new Date(Date.UTC(y - 1, m, 0)).getUTCDate();
  const from = new Date(Date.UTC(y - 1, m - 1, Math.min(d, lastOfMonth) + 1));
  return { from: from.toISOString().slice(0, 10), to: today };
}
