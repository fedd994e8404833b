import {
  erasureItems,
  mailItems,
  type ReviewedErasure,
  type ReviewedSender,
} from "#domain/registers/events/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";
import type { Reviewing } from "../register.ts";

/** Mail that was held or sent anyway, and what was erased. */
export const agendaOfEvents = ({ app, since }: Reviewing): Draft[] => [
  ...mailItems(sendersSince(app, since)),
  ...erasureItems(erasuresSince(app, since)),
];

/** Attempts by person; what was sent anyway and is an incident already is decided there. */
function sendersSince(app: pb.App, since: string): ReviewedSender[] {
  type Row = { user: string; held: number; sentAnyway: number; reasons: string };
  const select = `SELECT user, sum(kind = 'mail.held') AS held, sum(sent) AS sentAnyway,
      json_group_array(DISTINCT reason) FILTER (WHERE sent AND reason <> '') AS reasons
    FROM (SELECT e.user AS user, e.kind AS kind, coalesce(e.detail->>'reason', '') AS reason,
        (e.kind = 'mail.outcome' AND e.detail->>'outcome' = 'sent-anyway' AND NOT EXISTS
          (SELECT 1 FROM breaches b WHERE ${spokenSql} AND (b.sourceEvent = e.seq OR (b.trace = e.trace AND e.trace <> '')))) AS sent
      FROM events e WHERE e.kind IN ('mail.held', 'mail.outcome') AND e.detail <> '' AND e.occurredAt >= {:since})
    GROUP BY user ORDER BY sentAnyway DESC, user`;
  return objectsOf<Row>(app, ["user", "held", "sentAnyway", "reasons"], select, { since }).map((row) => ({
    ...row,
    reasons: JSON.parse(row.reasons || "[]") as string[],
  }));
}

/**
 * What one person erased alone comes back until a signed review has noted it; put off is not noted. Only kinds that belong
 * to no case can be erased (domain/ledger/erasure.ts), so that none is to be left out here.
 */
const erasuresSince = (app: pb.App, since: string): ReviewedErasure[] =>
  objectsOf<ReviewedErasure>(
    app,
    ["id", "ground", "alone", "askedBy", "decidedBy"],
    `SELECT id, ground, alone, askedBy, decidedBy FROM erasures e WHERE state = 'done' AND iif(alone = '',
       decidedAt > {:since},
       NOT EXISTS (SELECT 1 FROM review_items i JOIN reviews r ON r.id = i.review WHERE i.key = 'erased'
         AND i.subject = e.id AND r.state = 'signed' AND i.decision IN ('accept', 'refer', 'action')))
     ORDER BY decidedAt, id LIMIT 100`,
    { since: stored(since) },
  );
