/** As `releaseState` of the domain says "stands", over `releases` by its alias; names `{:today}`. */
export const standsSql = (r: string): string =>
  `(${r}.revokedAt = '' AND ${r}.usedAt = '' AND ${r}.validFrom <= {:today} AND ${r}.expiresOn >= {:today})`;

/** Nobody asked the patient yet whether it goes on, and no newer one of the same person to be told took its place. */
export const unaskedSql = (r: string): string =>
  `(${r}.revokedAt = '' AND ${r}.usedAt = '' AND ${r}.lookedAt = '' AND ${r}.once = FALSE AND NOT EXISTS (
    SELECT 1 FROM releases n WHERE n.recordRef = ${r}.recordRef AND n.system = ${r}.system AND n.relation = ${r}.relation
      AND n.revokedAt = '' AND n.expiresOn > ${r}.expiresOn))`;
