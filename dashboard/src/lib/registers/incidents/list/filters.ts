import { type Step, type StepState, stepStates, steps } from "#domain/figures/steps";
import { type Verdict, verdicts } from "#domain/figures/trends";
import { type Cause, causes, type ReportKind, reportKinds } from "#domain/registers/incidents/kinds";
import { incidentStates } from "#domain/registers/incidents/state";
import type { IncidentQuestion } from "#lib/registers/incidents/api.ts";
import { filtersOf as logFiltersOf, noFilters as noLogFilters, questionOf } from "#lib/state/log-filters.ts";

/** Filters of the list as the address bar holds them; '' is any. Dates are the clinic's, both included. */
export type IncidentFilters = {
  readonly state: IncidentQuestion["state"];
  readonly holder: string;
  readonly verdict: Verdict | "";
  readonly kind: ReportKind | "";
  readonly cause: Cause | "";
  readonly step: `${Step}.${StepState}` | "";
  /** When it was opened, as in the log. */
  readonly when: string;
  readonly from: string;
  readonly to: string;
};

export const noFilters: IncidentFilters = {
  state: "open",
  holder: "",
  verdict: "",
  kind: "",
  cause: "",
  step: "",
  when: "",
  from: "",
  to: "",
};

export const stepValues = steps.flatMap((step) => stepStates.map((state) => `${step}.${state}` as const));

/** Reads the address; what does not fit is dropped. `state=all` is any state, none is what is open. */
export function filtersOf(params: URLSearchParams): IncidentFilters {
  const among = <Word extends string>(name: string, words: readonly Word[]): Word | "" =>
    words.find((word) => word === params.get(name)) ?? "";
  const holder = params.get("holder") ?? "";
  const { when, from, to } = logFiltersOf(params);
  return {
    state: params.get("state") === "all" ? "" : among("state", incidentStates) || "open",
    holder: /^[a-z0-9]{15}$/.test(holder) ? holder : "",
    verdict: among("verdict", verdicts),
    kind: among("kind", reportKinds),
    cause: among("cause", causes),
    step: among("step", stepValues),
    when,
    from,
    to,
  };
}

const keys = ["holder", "verdict", "kind", "cause", "step", "when", "from", "to"] as const;

export function queryOf(filters: IncidentFilters, before = ""): string {
  const params = new URLSearchParams();
  if (filters.state !== "open") params.set("state", filters.state === "" ? "all" : filters.state);
  for (const key of keys) if (filters[key] !== "") params.set(key, filters[key]);
  if (before !== "") params.set("before", before);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** What the register is asked for. Days become instants of the clinic's zone, the last one whole. */
export function incidentQuestion(
  filters: IncidentFilters,
  zone: string,
  now: number,
): Omit<IncidentQuestion, "before" | "limit"> {
  const { state, holder, verdict, kind, cause, step, when, from, to } = filters;
  const days = questionOf({ ...noLogFilters, when, from, to }, zone, now);
  return { state, holder, verdict, kind, cause, step: stepIn(step), from: days.from, to: days.to };
}

function stepIn(value: IncidentFilters["step"]): IncidentQuestion["step"] {
  const [name, found] = value.split(".");
  const step = steps.find((one) => one === name);
  const state = stepStates.find((one) => one === found);
  return step && state ? { step, state } : undefined;
}

/** Where a page begins, out of the address: "2026-11-24T09:30:00.000Z~id". */
export function beforeOf(params: URLSearchParams): IncidentQuestion["before"] {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([a-z0-9]{15})$/.exec(params.get("before") ?? "");
  return match?.[1] && match[2] ? { at: match[1], id: match[2] } : undefined;
}
