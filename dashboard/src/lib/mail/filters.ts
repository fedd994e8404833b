import { type MailEnd, mailEnds } from "#domain/figures/trends";
import {
  type LogFilters,
  filtersOf as logFiltersOf,
  noFilters as noLogFilters,
} from "#lib/state/log-filters.ts";

/** Filters of the attempts as the address bar holds them; '' is any. */
export type MailFilters = Pick<LogFilters, "user" | "when" | "from" | "to"> & {
  readonly outcome: MailEnd | "";
};

export const noFilters: MailFilters = { user: "", when: "", from: "", to: "", outcome: "" };

/** Reads the filters out of an address; what does not fit is dropped. */
export function filtersOf(parameters: { get(name: string): string | null }): MailFilters {
  const { user, when, from, to } = logFiltersOf(parameters);
  const outcome = mailEnds.find((one) => one === parameters.get("outcome")) ?? "";
  return { user, when, from, to, outcome };
}

/** The address's query for filters, with its `?`; '' when nothing is filtered. */
export function queryOf(filters: MailFilters, before = ""): string {
  const parameters = new URLSearchParams();
  for (const key of ["user", "when", "from", "to", "outcome"] as const) {
    if (filters[key] !== "") parameters.set(key, filters[key]);
  }
  if (before !== "") parameters.set("before", before);
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

export const isFiltered = (filters: MailFilters): boolean => queryOf(filters) !== "";

/** The part of the filters that the log knows too. */
export const asLogFilters = ({ outcome: _, ...rest }: MailFilters): LogFilters => ({
  ...noLogFilters,
  ...rest,
});
