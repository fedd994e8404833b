import { type TrainingState, trainingStates } from "#domain/registers/training/answer";

/** What the matrix shows, as the address bar holds it; '' is today, any. */
export type MatrixFilters = {
  /** Civil date. */
  readonly on: string;
  readonly state: TrainingState | "";
  readonly course: string;
};

export const filtersOf = (params: URLSearchParams): MatrixFilters => ({
  on: /^\d{4}-\d\d-\d\d$/.test(params.get("on") ?? "") ? String(params.get("on")) : "",
  state: trainingStates.find((state) => state === params.get("state")) ?? "",
  course: /^[a-z0-9]{15}$/.test(params.get("course") ?? "") ? String(params.get("course")) : "",
});

/** "?on=2026-05-03&state=late"; '' where nothing is chosen. */
export function queryOf({ on, state, course }: MatrixFilters, after = ""): string {
  const all = { on, state, course, after };
  const chosen = Object.entries(all).filter(([, value]) => value !== "");
  return chosen.length === 0 ? "" : `?${new URLSearchParams(chosen)}`;
}
