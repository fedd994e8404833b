import {
  erasureItems,
  mailItems,
  type ReviewedErasure,
  type ReviewedMail,
  type ReviewedSender,
  type ReviewedWeek,
} from "#domain/registers/events/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { daysOfWeek, weekOf, weeksUpTo } from "#domain/registers/reviews/week";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";
import type { Arrived, Reviewing } from "../register.ts";

/** Mail that was held or sent anyway, and what was erased. */
export const agendaOfEvents = (reviewing: Reviewing): Draft[] => [
  ...mailItems(mailOf(reviewing)),
  ...erasureItems(erasuresSince(reviewing.app, reviewing.since)),
];

/** Said to be no patient document, whether the rule let it go then or not. */
const falseAlarm = "'not-a-patient-document', 'disputed'";

/** Weeks that the meeting sees of the guard (DOMAIN.md 8, line 5). */
const weeksShown = 8;

function mailOf({ app, today, since, arrived }: Reviewing): ReviewedMail {
  const { bounds } = clinicTime(app);
  const weeks = weeksUpTo(weekOf(today), weeksShown).map((monday) => ({
    monday,
    ...bounds(monday, daysOfWeek(monday)[6] ?? monday),
  }));
  return {
    senders: sendersIn(app, arrived),
    ...cameIn(app, arrived, since),
    weeks: weeks.map(({ monday, from, to }) => ({ monday, ...attemptsIn(app, from, to) })),
    repeated: repeatedSince(app, weeks[0]?.from ?? since),
  };
}

/** Attempts by person; what was sent anyway and is an incident already is decided there. */
function sendersIn(app: pb.App, { after, upTo }: Arrived): ReviewedSender[] {
  type Row = { user: string; held: number; sentAnyway: number; reasons: string };
  const select = `SELECT user, sum(kind = 'mail.held') AS held, sum(sent) AS sentAnyway,
      json_group_array(DISTINCT reason) FILTER (WHERE sent AND reason <> '') AS reasons
    FROM (SELECT e.user AS user, e.kind AS kind, coalesce(e.detail->>'reason', '') AS reason,
        (e.kind = 'mail.outcome' AND e.detail->>'outcome' = 'sent-anyway' AND NOT EXISTS
          (SELECT 1 FROM breaches b WHERE ${spokenSql} AND (b.sourceEvent = e.seq OR (b.trace = e.trace AND e.trace <> '')))) AS sent
      FROM events e WHERE e.seq > {:after} AND e.seq <= {:upTo} AND e.kind IN ('mail.held', 'mail.outcome') AND e.detail <> '')
    GROUP BY user ORDER BY sentAnyway DESC, user`;
  return objectsOf<Row>(app, ["user", "held", "sentAnyway", "reasons"], select, { after, upTo }).map(
    (row) => ({
      ...row,
      reasons: JSON.parse(row.reasons || "[]") as string[],
    }),
  );
}

/** What came since that was said to be no patient document, and what had happened before the last review. */
function cameIn(app: pb.App, { after, upTo }: Arrived, since: string) {
  const select = `SELECT coalesce(sum(kind = 'mail.outcome' AND detail->>'outcome' IN (${falseAlarm})), 0) AS falseAlarms,
      coalesce(sum(occurredAt < {:since}), 0) AS late
    FROM events WHERE seq > {:after} AND seq <= {:upTo} AND kind IN ('mail.held', 'mail.outcome') AND detail <> ''`;
  type Row = Pick<ReviewedMail, "falseAlarms" | "late">;
  const [row] = objectsOf<Row>(app, ["falseAlarms", "late"], select, { after, upTo, since });
  return row ?? { falseAlarms: 0, late: 0 };
}

function attemptsIn(app: pb.App, from: string, to: string): Omit<ReviewedWeek, "monday"> {
  const select = `SELECT count(*) AS held, coalesce(sum(outcome = 'sent-anyway'), 0) AS sentAnyway,
      coalesce(sum(outcome IN (${falseAlarm})), 0) AS falseAlarms
    FROM ledger_attempts INDEXED BY idx_ledger_attempts_at WHERE at >= {:from} AND at <= {:to}`;
  type Row = Omit<ReviewedWeek, "monday">;
  const [row] = objectsOf<Row>(app, ["held", "sentAnyway", "falseAlarms"], select, { from, to });
  return row ?? { held: 0, sentAnyway: 0, falseAlarms: 0 };
}

const repeatedSince = (app: pb.App, from: string): string[] =>
  rowsOf(
    app,
    ["user"],
    `SELECT user FROM events WHERE kind = 'mail.outcome' AND detail <> '' AND detail->>'outcome' = 'sent-anyway'
       AND user <> '' AND occurredAt >= {:from} GROUP BY user HAVING count(*) > 1 ORDER BY user`,
    { from },
  ).map(([user]) => String(user));

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
         AND i.subject = e.id AND r.state = 'signed' AND i.decision IN ('accept', 'note', 'decide', 'refer', 'action')))
     ORDER BY decidedAt, id LIMIT 400`,
    { since: stored(since) },
  );
