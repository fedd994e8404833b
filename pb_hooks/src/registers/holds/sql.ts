/** SQL: whether the cause of a hold is open, `hold` being its table's name in the query. */
export const causeOpenSql = (hold: string): string => `(CASE ${hold}.causeKind
    WHEN 'breaches' THEN EXISTS (SELECT 1 FROM breaches c WHERE c.id = ${hold}.incident AND c.state NOT IN ('closed', 'withdrawn'))
    WHEN 'own' THEN FALSE
    ELSE ${hold}.causeEndedAt = '' END)`;

/** SQL: whether it holds on the day `{:today}`. The same as `domain/registers/holds/hold.ts` says. */
export const holdsSql = (hold: string): string =>
  `(${hold}.releasedAt = '' AND (${hold}.until >= {:today} OR ${causeOpenSql(hold)}))`;

/** SQL: whether two holds keep the same days of the same thing. */
export const besideSql = (hold: string, other: string): string =>
  `(${other}.id <> ${hold}.id AND ${hold}.subject <> '' AND ${other}.register = ${hold}.register AND ${other}.subject = ${hold}.subject
    AND (${hold}.toDay = '' OR ${other}.fromDay <= ${hold}.toDay) AND (${other}.toDay = '' OR ${hold}.fromDay <= ${other}.toDay))`;
