// The register of holds keeps records of patients too. Each hold that stood on a row of the register of retention is copied
// there; the columns it had stay as they were, and nothing reads or writes them any more.
migrate(
  (app) => {
    app
      .db()
      .newQuery(
        `INSERT INTO holds (id, register, subject, what, fromDay, toDay, purpose, causeKind, incident, reference, askedOn,
           causeEndedAt, causeEndedBy, causeEndedWhy, authoriser, reviewOn, reviewedWhy, until, why, "by", "at",
           releasedAt, releasedBy, releasedWhy, version)
         SELECT lower(substr(hex(randomblob(8)), 1, 15)), 'retention_rows', id,
           substr(system, 1, instr(system || ':', ':') - 1) || ' …' || substr(recordRef, -4), '', '',
           CASE holdCause WHEN 'claim' THEN 'legal' ELSE holdCause END, holdCause, '', holdReference, '',
           '', '', '', holdBy, holdReviewOn, '', '', 'Placed in the register of retention, and copied from there.', holdBy, holdAt,
           '', '', '', 1
         FROM retention_rows WHERE holdCause IN ('claim', 'inquiry', 'complaint', 'request') AND state <> 'done'`,
      )
      .execute();
  },
  // What was held stays on the record.
  () => undefined,
);
