/** Of a blanked reading nothing is left to show. */
const readingsOf = (kind: string): string => `
  SELECT * FROM (SELECT seq, id, occurredAt AS at, detail, coalesce((SELECT name FROM users u WHERE u.id = user), '') AS by
    FROM events INDEXED BY idx_events_kind
    WHERE kind = '${kind}' AND seq < {:before} AND user <> {:me} AND orderedBy = 0
      AND coalesce(CASE WHEN detail <> '' THEN detail->>'$.filter.user' END, {:me}) = {:me}
    ORDER BY seq DESC LIMIT {:limit})`;
/** Readings by others that may have touched the events of `me`: newest first, below `before`. */
export const readersSelect = `${readingsOf("log.read")} UNION ALL ${readingsOf("log.export")} ORDER BY seq DESC LIMIT {:limit}`;
