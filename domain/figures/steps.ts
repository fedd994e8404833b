/** What is measured of an incident: how long until it was noticed, stopped, decided about and told to the regulator. */
export const steps = ["detect", "contain", "decide", "notify"] as const;
export type Step = (typeof steps)[number];

/** `waiting`: not done yet. `unknown`: done or given up, and a time of it is not known. */
export const stepStates = ["known", "waiting", "unknown"] as const;
export type StepState = (typeof stepStates)[number];

type Moment =
  | "occurredFrom"
  | "detectedAt"
  | "awareAt"
  | "provisionalFrom"
  | "containedAt"
  | "triagedAt"
  | "icoSentAt";

/** From when to when a step is measured, as columns of the register, and of which incidents it is asked. */
export interface StepRule {
  /** The first of these that is known. */
  readonly from: readonly Moment[];
  readonly to: Moment;
  /** Asked where this column holds this, or where it was done. Left out: of each. */
  readonly asked?: { readonly column: "triageVerdict" | "controllerIco"; readonly is: string };
}

/**
 * The list's filter and the figures are both made from this. A clock starts at awareness, or provisionally before
 * anybody is sure, as the weekly review counts; telling the ICO is counted from awareness alone (UK GDPR Art 33(1)).
 */
export const stepRules: Readonly<Record<Step, StepRule>> = {
  detect: { from: ["occurredFrom"], to: "detectedAt" },
  contain: {
    from: ["awareAt", "provisionalFrom"],
    to: "containedAt",
    asked: { column: "triageVerdict", is: "breach" },
  },
  decide: { from: ["awareAt", "provisionalFrom"], to: "triagedAt" },
  notify: { from: ["awareAt"], to: "icoSentAt", asked: { column: "controllerIco", is: "tell" } },
};

/** Columns of an incident that its steps are made of. Instants in milliseconds, undefined where not known. */
export interface StepIncident {
  readonly times: Readonly<Partial<Record<Moment, number>>>;
  readonly triageVerdict: string;
  readonly controllerIco: string;
  readonly closed: boolean;
}

export type StepFound =
  | { readonly state: "known"; readonly ms: number }
  | { readonly state: "waiting" | "unknown" | "not-asked" };

/** How a step of an incident stands. What was done before its clock began took no time. */
export function stepOf(step: Step, { times, closed, ...columns }: StepIncident): StepFound {
  const { from, to, asked } = stepRules[step];
  const end = times[to];
  if (end === undefined) {
    if (asked && columns[asked.column] !== asked.is) return { state: "not-asked" };
    return { state: closed ? "unknown" : "waiting" };
  }
  const start = from.map((moment) => times[moment]).find((ms) => ms !== undefined);
  return start === undefined ? { state: "unknown" } : { state: "known", ms: Math.max(0, end - start) };
}
