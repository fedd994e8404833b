import type { Trends } from "#domain/figures/trends";
import { rowsOf } from "../base/database.ts";
import type { ClinicTime } from "../clinic/clinic-time.ts";

/**
 * Civil date from which each is recorded. The register begins with the clinic's first event, mail and coverage with the
 * first browser, views with the first notice; each with its own first row where that lies before.
 */
export function recordedSince(app: pb.App, hidden: readonly string[], time: ClinicTime): Trends["since"] {
  const first = (...selects: readonly string[]): string | null => {
    const select = `SELECT min(at) AS at FROM (${selects.join(" UNION ALL ")}) WHERE at <> ''`;
    const params = { hidden: JSON.stringify(hidden) };
    const at = rowsOf(app, ["at"], select, select.includes("{:hidden}") ? params : {})[0]?.[0];
    return at ? time.date(Date.parse(String(at))) : null;
  };
  return {
    incidents: first(begun, opened),
    mail: first(paired, eventsOf("mail.held")),
    views: first(noticed, eventsOf("record.view")),
    coverage: first(paired, eventsOf("browser.coverage")),
  };
}

const begun = "SELECT * FROM (SELECT receivedAt AS at FROM events ORDER BY seq LIMIT 1)";
const opened =
  "SELECT replace(openedAt, ' ', 'T') AS at FROM breaches WHERE openedAt <> '' AND id NOT IN (SELECT value FROM json_each({:hidden}))";
const paired = "SELECT replace(pairedAt, ' ', 'T') AS at FROM browsers WHERE pairedAt <> ''";
const noticed = "SELECT replace(created, ' ', 'T') AS at FROM notices";
const eventsOf = (kind: string) =>
  `SELECT min(occurredAt) AS at FROM events INDEXED BY idx_events_kind_occurred WHERE kind = '${kind}' AND occurredAt <> ''`;
