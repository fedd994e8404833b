import type { Trends } from "#domain/figures/trends";
import { rowsOf } from "../base/database.ts";
import type { ClinicTime } from "../clinic/clinic-time.ts";

/**
 * Civil date of the first of these moments; null where there is none yet.
 *
 * @param selects - Each one column `at`; `{:hidden}` stands for the traces that the reader is not shown.
 */
export function firstDay(
  app: pb.App,
  time: ClinicTime,
  selects: readonly string[],
  hidden: readonly string[] = [],
): string | null {
  const select = `SELECT min(at) AS at FROM (${selects.join(" UNION ALL ")}) WHERE at <> ''`;
  const params = select.includes("{:hidden}") ? { hidden: JSON.stringify(hidden) } : {};
  const at = rowsOf(app, ["at"], select, params)[0]?.[0];
  return at ? time.date(Date.parse(String(at))) : null;
}

/** The clinic's first event: what people enter is recorded from there on. */
export const begun = "SELECT * FROM (SELECT receivedAt AS at FROM events ORDER BY seq LIMIT 1)";

/**
 * Civil date from which what browsers tell is recorded: mail and coverage from the first browser on, views from the first
 * notice; each from its own first row where that lies before.
 */
export const recordedSince = (app: pb.App, time: ClinicTime): Omit<Trends["since"], "registers"> => ({
  mail: firstDay(app, time, [paired, eventsOf("mail.held")]),
  views: firstDay(app, time, [noticed, eventsOf("record.view")]),
  coverage: firstDay(app, time, [paired, eventsOf("browser.coverage")]),
});

const paired = "SELECT replace(pairedAt, ' ', 'T') AS at FROM browsers WHERE pairedAt <> ''";
const noticed = "SELECT replace(created, ' ', 'T') AS at FROM notices";
// By LIMIT and not by min(): of that, with a condition around it, SQLite reads every event of the kind.
const eventsOf = (kind: string) =>
  `SELECT * FROM (SELECT occurredAt AS at FROM events INDEXED BY idx_events_kind_occurred
    WHERE kind = '${kind}' AND occurredAt <> '' ORDER BY occurredAt LIMIT 1)`;
