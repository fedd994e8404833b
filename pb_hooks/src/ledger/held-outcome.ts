/**
 * What became of an attempt, as an SQL expression: the last outcome of its trace in its browser before the same document
 * was held once more. A late check is settled twice, first as undecided; a letter that was taken out may be attached
 * again. NULL where nothing is known, or it was erased.
 *
 * @param held - Name in the statement of the `mail.held` row that is asked about.
 */
export function heldOutcome(held: string): string {
  const same = (other: string, kind: string) =>
    `${other}.trace = ${held}.trace AND ${other}.trace <> '' AND ${other}.browser = ${held}.browser
     AND ${other}.kind = '${kind}' AND ${other}.seq > ${held}.seq`;
  return `(SELECT ended.detail->>'outcome' FROM events ended WHERE ended.seq = (
    SELECT max(o.seq) FROM events o INDEXED BY idx_events_trace WHERE ${same("o", "mail.outcome")}
      AND o.seq < coalesce((SELECT min(again.seq) FROM events again INDEXED BY idx_events_trace
        WHERE ${same("again", "mail.held")}), 9007199254740991)))`;
}
