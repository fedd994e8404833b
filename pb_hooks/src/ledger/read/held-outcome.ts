/**
 * What became of an attempt, as an SQL expression: its last outcome, for a late check is settled twice, first as
 * undecided. A letter that was taken out may be attached again, and is then held once more under its trace; what belongs
 * together is told by the browser's own counter, for events may arrive in any order. An outcome that was counted before
 * anything was held is of what was held next. NULL where nothing is known, or it was erased.
 *
 * @param held - Name in the statement of the `mail.held` row that is asked about.
 */
export function heldOutcome(held: string): string {
  const same = (other: string, kind: string) =>
    `${other}.trace = ${held}.trace AND ${other}.trace <> '' AND ${other}.browser = ${held}.browser AND ${other}.kind = '${kind}'`;
  return `(SELECT o.detail->>'outcome' FROM events o INDEXED BY idx_events_trace
    WHERE ${same("o", "mail.outcome")}
      AND o.n < coalesce((SELECT min(again.n) FROM events again INDEXED BY idx_events_trace
        WHERE ${same("again", "mail.held")} AND again.n > ${held}.n), 9007199254740991)
      AND (o.n > ${held}.n OR NOT EXISTS (SELECT 1 FROM events earlier INDEXED BY idx_events_trace
        WHERE ${same("earlier", "mail.held")} AND earlier.n < ${held}.n))
    ORDER BY o.n DESC LIMIT 1)`;
}
