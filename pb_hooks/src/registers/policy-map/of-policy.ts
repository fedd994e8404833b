/** The sentences of a version with what is known of each. */
export const ofPolicy =
  "policy_sentences s JOIN policy_claims c ON c.id = s.claim WHERE s.policy = {:policy}";

const ofAudit = (column: string) =>
  `coalesce((SELECT a.${column} FROM audits a WHERE a.id = c.programme AND a.state = 'in-use'), '')`;

/**
 * By when people look at a sentence, and who: of one that is looked at by an audit of the programme, that audit's own next
 * day and owner, '' once it is out of the programme.
 */
export const dueSql = `CASE WHEN c.programme = '' THEN c.due ELSE ${ofAudit("nextOn")} END`;
export const ownerSql = `CASE WHEN c.programme = '' THEN c.owner ELSE ${ofAudit("owner")} END`;
