import type { Step, StepState } from "#domain/figures/steps";
import type { MailEnd, Verdict } from "#domain/figures/trends";
import type { Cause, ReportKind } from "#domain/registers/incidents/kinds";
import * as mail from "#lib/mail/filters.ts";
import * as incidents from "#lib/registers/incidents/list/filters.ts";
import * as log from "#lib/state/log-filters.ts";

/** First and last civil date of what a figure counts. */
export type Days = { readonly from: string; readonly to: string };

/** The rows behind a figure: the page's address with the filters that show just them. */
export const incidentsOf = (
  days: Days,
  by: {
    readonly verdict?: Verdict;
    readonly kind?: ReportKind;
    readonly cause?: Cause;
    readonly step?: `${Step}.${StepState}`;
  } = {},
): string =>
  `/incidents${incidents.queryOf({ ...incidents.noFilters, state: "", from: days.from, to: days.to, ...by })}`;

export const mailOf = (days: Days, outcome: MailEnd | "" = ""): string =>
  `/mail${mail.queryOf({ ...mail.noFilters, from: days.from, to: days.to, outcome })}`;

export const logOf = (days: Days, kind: "record.view" | "browser.coverage"): string =>
  `/log${log.queryOf({ ...log.noFilters, from: days.from, to: days.to, kind })}`;
