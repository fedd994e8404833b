import { incidentStates } from "#domain/breach/state";
import type { IncidentQuestion } from "#lib/api/incidents.ts";

/** Filters of the list as the address bar holds them. */
export type IncidentFilters = { readonly state: IncidentQuestion["state"]; readonly holder: string };

export const noFilters: IncidentFilters = { state: "open", holder: "" };

const states: readonly string[] = ["open", ...incidentStates];
const isState = (text: string): text is Exclude<IncidentQuestion["state"], ""> => states.includes(text);

/** Reads the address; what does not fit is dropped. `state=all` is any state, none is what is open. */
export function filtersOf(params: URLSearchParams): IncidentFilters {
  const state = params.get("state") ?? "open";
  const holder = params.get("holder") ?? "";
  return {
    state: state === "all" ? "" : isState(state) ? state : "open",
    holder: /^[a-z0-9]{15}$/.test(holder) ? holder : "",
  };
}

export function queryOf({ state, holder }: IncidentFilters, before = ""): string {
  const params = new URLSearchParams();
  if (state !== "open") params.set("state", state === "" ? "all" : state);
  if (holder !== "") params.set("holder", holder);
  if (before !== "") params.set("before", before);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** Where a page begins, out of the address: "2026-11-24T09:30:00.000Z~id". */
export function beforeOf(params: URLSearchParams): IncidentQuestion["before"] {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([a-z0-9]{15})$/.exec(params.get("before") ?? "");
  return match?.[1] && match[2] ? { at: match[1], id: match[2] } : undefined;
}
