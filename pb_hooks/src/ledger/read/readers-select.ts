/** Of a blanked reading nothing is left to show. */
const readingsOf = (kind: string, who: string): string => `
  SELECT * FROM (SELECT seq, id, occurredAt AS at, detail, coalesce((SELECT name FROM users u WHERE u.id = user), '') AS by
    FROM events INDEXED BY idx_events_kind
    WHERE kind = '${kind}' AND seq < {:before} AND ${who} AND orderedBy = 0
      AND coalesce(CASE WHEN detail <> '' THEN detail->>'$.filter.user' END, {:me}) = {:me}
    ORDER BY seq DESC LIMIT {:limit})`;
const byOthers = "user <> {:me}";
/** Also what the person took themselves: whoever finds their own name there and took nothing knows that somebody was at their screen. */
const orWhole = `(${byOthers} OR detail <> '' AND detail->>'$.what' = 'own-record')`;
/** Readings that may have touched the events of `me`: newest first, below `before`. */
export const readersSelect = `${readingsOf("log.read", byOthers)} UNION ALL ${readingsOf("log.export", orWhole)} ORDER BY seq DESC LIMIT {:limit}`;
