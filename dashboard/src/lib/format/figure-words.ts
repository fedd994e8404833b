import { type Step, type StepState, stepStates, steps } from "#domain/figures/steps";
import type { Verdict } from "#domain/figures/trends";
import { counted } from "#lib/format/sentence.ts";

/** What an incident was found to be, in a table's head and in filters. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  breach: "breach",
  "near-miss": "near miss",
  neither: "neither",
  undecided: "not decided",
};

/** "3 breaches", "1 near miss", "2 neither", "1 not decided". */
export function verdictCounted(verdict: Verdict, count: number): string {
  if (verdict === "breach") return counted(count, "breach", "breaches");
  if (verdict === "near-miss") return counted(count, "near miss", "near misses");
  return counted(count, verdictWords[verdict], verdictWords[verdict]);
}

/** What is measured, and from when to when. */
export const stepWords: Readonly<Record<Step, { readonly to: string; readonly from: string }>> = {
  detect: { to: "to detect", from: "from when it happened" },
  contain: { to: "to contain", from: "from awareness, or the provisional start" },
  decide: { to: "to decide", from: "from awareness, or the provisional start" },
  notify: { to: "to tell the regulator", from: "from awareness" },
};

const stateWords: Readonly<Record<StepState, string>> = {
  known: "known",
  waiting: "not yet",
  unknown: "not known",
};

/** "to contain: not yet", for a filter. */
export function stepValueWords(value: `${Step}.${StepState}`): string {
  const [name, found] = value.split(".");
  const step = steps.find((one) => one === name);
  const state = stepStates.find((one) => one === found);
  return step && state ? `${stepWords[step].to}: ${stateWords[state]}` : "";
}
