import { type Verdict, verdicts } from "#domain/figures/trends";
import type { StepFigure, YearFigures } from "#domain/figures/year";
import { causes, reportKinds } from "#domain/registers/incidents/kinds";
import { causeWords, kindWords } from "#domain/registers/incidents/words";
import type { BarLook, Bars } from "#lib/charts/bars.ts";
import { stepWords, verdictCounted, verdictWords } from "#lib/format/figure-words.ts";
import { begins, capital, counted, inWords, listed } from "#lib/format/sentence.ts";
import { span } from "#lib/format/time.ts";
import { type Cell, countCell } from "./figure.ts";
import { incidentsOf } from "./links.ts";

/** What incidents are sorted by: a word, and the number that opens its rows. */
export type Part = { readonly name: string; readonly count: number; readonly cell: Cell };

export const verdictParts = (figures: YearFigures): Part[] =>
  verdicts.map((verdict) => ({
    name: capital(verdictWords[verdict]),
    count: figures.verdicts[verdict],
    cell: countCell(figures.verdicts[verdict], incidentsOf(daysOf(figures), { verdict })),
  }));

export const kindParts = (figures: YearFigures): Part[] =>
  byCount(
    reportKinds.map((kind) => ({
      name: kindWords[kind],
      count: figures.kinds[kind],
      cell: countCell(figures.kinds[kind], incidentsOf(daysOf(figures), { kind })),
    })),
  );

/** Only causes that were named, or are still to be. */
export const causeParts = (figures: YearFigures): Part[] =>
  byCount(
    causes.map((cause) => ({
      name: causeWords[cause],
      count: figures.causes[cause],
      cell: countCell(figures.causes[cause], incidentsOf(daysOf(figures), { cause })),
    })),
  ).filter(({ count }) => count > 0);

const byCount = (parts: Part[]): Part[] => parts.sort((a, b) => b.count - a.count);
const daysOf = ({ from, to }: YearFigures) => ({ from, to });

/** "11 incidents were opened, two more than in the year before: 4 breaches and 7 near misses." */
export function yearSentence({ total, before, verdicts: found }: YearFigures): string {
  const compared = before === null ? "" : compare(total, before);
  if (total === 0) return `No incident was opened${compared}.`;
  const parts = (["breach", "near-miss", "neither", "undecided"] satisfies Verdict[]).flatMap((verdict) =>
    found[verdict] === 0 ? [] : [verdictCounted(verdict, found[verdict])],
  );
  return `${begins(total, "incident was", "incidents were")} opened${compared}: ${listed(parts)}.`;
}

function compare(total: number, before: number): string {
  if (total === before) return ", as many as in the year before";
  return `, ${inWords(Math.abs(total - before))} ${total > before ? "more" : "fewer"} than in the year before`;
}

/** "2 of 6 were breaches; 2 are not decided." */
export function foundWords({ total, verdicts: found }: YearFigures): string {
  const breaches = `${found.breach === 0 ? "None" : found.breach} of ${total} ${found.breach === 1 ? "was a breach" : "were breaches"}`;
  const open = found.undecided;
  return open === 0 ? `${breaches}.` : `${breaches}; ${open} ${open === 1 ? "is" : "are"} not decided.`;
}

/** What most are, of parts that begin with the largest. */
export function mostWords(parts: readonly Part[], what: string): string {
  const [first] = parts;
  if (!first || first.count === 0) return "";
  const most = parts.filter(({ count }) => count === first.count);
  const names = listed(most.map(({ name }) => `“${name}”`));
  const each = most.length > 1 ? " each" : "";
  return `The most frequent ${what}${most.length > 1 ? "s are" : " is"} ${names}, ${counted(first.count, "incident")}${each}.`;
}

/** What most were caused by, of those whose cause is known; and of how many it is not. */
export function causeSentence(parts: readonly Part[], unknown: number): string {
  const known = parts.filter(({ name }) => name !== causeWords["not-known-yet"]);
  const rest = unknown > 0 ? `Of ${unknown} the cause is not known yet.` : "";
  return [mostWords(known, "cause"), rest].filter((one) => one !== "").join(" ");
}

export function partBars(parts: readonly Part[], look: BarLook = "accent"): Bars {
  return {
    labels: parts.map(({ name }) => name),
    series: [{ name: "Incidents", look, values: parts.map(({ count }) => count) }],
    stacked: false,
    across: true,
  };
}

/** A span in words; what took less than a minute took no time. */
export const spanIn = (ms: number): string => (ms < 60_000 ? "no time" : span(ms));

/** "The median was 30 min to detect and 3 h to contain.": the medians of what is known. */
export function stepSentence(steps: readonly StepFigure[]): string {
  const measured = steps.filter(({ known }) => known > 0);
  if (measured.length === 0) return "Of no incident both times are known yet.";
  const medians = measured.map(({ step, median }) => `${spanIn(median ?? 0)} ${stepWords[step].to}`);
  const missing = steps.reduce((sum, { unknown }) => sum + unknown, 0);
  const gaps =
    missing === 0 ? "" : ` ${begins(missing, "time is", "times are")} not known, and no part of this.`;
  return `The median was ${listed(medians)}.${gaps}`;
}

const hour = 3_600_000;

/** Median and longest side by side, in hours. */
export const stepBars = (steps: readonly StepFigure[]): Bars => ({
  labels: steps.map(({ step }) => capital(stepWords[step].to)),
  series: [
    { name: "Median, hours", look: "accent", values: steps.map(({ median }) => hours(median)) },
    { name: "Longest, hours", look: "pale", values: steps.map(({ longest }) => hours(longest?.ms ?? null)) },
  ],
  stacked: false,
  across: true,
});

const hours = (ms: number | null): number | null => (ms === null ? null : Math.round((ms / hour) * 10) / 10);
