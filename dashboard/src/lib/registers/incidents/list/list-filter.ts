import { type Step, type StepState, stepRules } from "#domain/figures/steps";
import type { Verdict } from "#domain/figures/trends";
import type { Cause, ReportKind } from "#domain/registers/incidents/kinds";
import { incidentStates } from "#domain/registers/incidents/state";
import type { IncidentQuestion } from "#lib/registers/incidents/api.ts";

/** A filter in PocketBase's language, and the values that it names. */
type Filter = { readonly expression: string; readonly params: Readonly<Record<string, string>> };

/** PocketBase compares instants as it stores them. */
const stored = (instant: string): string => instant.replace("T", " ");

/** What the register is asked for; the figures of trends and of the year count by the same conditions. */
export function listFilter(question: IncidentQuestion): Filter {
  const { state, holder, verdict = "", kind = "", cause = "", step, from, to, before } = question;
  const params: Record<string, string> = {};
  const parts: string[] = [];
  const add = (expression: string, values: Readonly<Record<string, string>>): void => {
    parts.push(`(${expression})`);
    Object.assign(params, values);
  };
  if (state === "open") parts.push("state != 'closed' && state != 'withdrawn'");
  else if (incidentStates.some((one) => one === state)) add("state = {:state}", { state });
  if (holder !== "") add("holder = {:holder} || deputy = {:holder}", { holder });
  if (verdict !== "") add("triageVerdict = {:verdict}", { verdict: storedAs(verdict, "undecided") });
  if (kind !== "") add(orEmpty("kind", kind, "other"), { kind });
  if (cause !== "") add(orEmpty("cause", cause, "not-known-yet"), { cause });
  if (step) parts.push(stepFilter(step.step, step.state));
  if (from) add("openedAt >= {:from}", { from: stored(from) });
  if (to) add("openedAt <= {:to}", { to: stored(to) });
  if (before) {
    add("openedAt < {:at} || (openedAt = {:at} && id < {:id})", { at: stored(before.at), id: before.id });
  }
  return { expression: parts.join(" && "), params };
}

const storedAs = (verdict: Verdict, none: Verdict): string => (verdict === none ? "" : verdict);

/** What was never filled in counts as the word that says so. */
const orEmpty = (column: "kind" | "cause", value: ReportKind | Cause, word: ReportKind | Cause): string =>
  value === word ? `${column} = {:${column}} || ${column} = ''` : `${column} = {:${column}}`;

/** As `stepOf` of the domain. */
function stepFilter(step: Step, state: StepState): string {
  const { from, to, asked } = stepRules[step];
  const done = `${to} != ''`;
  const begun = `(${from.map((column) => `${column} != ''`).join(" || ")})`;
  const notBegun = from.map((column) => `${column} = ''`).join(" && ");
  const open = `${to} = ''${asked ? ` && ${asked.column} = '${asked.is}'` : ""}`;
  if (state === "known") return `(${done} && ${begun})`;
  if (state === "waiting") return `(${open} && state != 'closed')`;
  return `((${done} && ${notBegun}) || (${open} && state = 'closed'))`;
}
