/** The sentences of a version with what is known of each. */
export const ofPolicy =
  "policy_sentences s JOIN policy_claims c ON c.id = s.claim WHERE s.policy = {:policy}";

const ofAudit = (column: string, own: string) =>
  `coalesce((SELECT a.${column} FROM audits a WHERE a.id = c.programme AND a.state = 'in-use'), c.${own})`;

/** Claims `c` that are looked at by an audit that is in use: it has a day and a row on the desk of its own. */
export const auditedSql = "c.programme IN (SELECT a.id FROM audits a WHERE a.state = 'in-use')";

/**
 * By when people look at a sentence, and who: of one that is looked at by an audit of the programme, that audit's own next
 * day and owner; once that is out of the programme, the day and owner that it had when the sentence was linked to it.
 */
export const dueSql = `CASE WHEN c.programme = '' THEN c.due ELSE ${ofAudit("nextOn", "due")} END`;
export const ownerSql = `CASE WHEN c.programme = '' THEN c.owner ELSE ${ofAudit("owner", "owner")} END`;
/** The audit that looks at it; '' also once that is out of the programme. */
export const programmeSql = `CASE WHEN ${auditedSql} THEN c.programme ELSE '' END`;
