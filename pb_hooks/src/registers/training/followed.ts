import type { FollowedLesson } from "#domain/registers/training/given";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";
import { takenSql } from "./given-sql.ts";

interface Given {
  readonly user: string;
  readonly finding: string;
  readonly kind: string;
  readonly incident: string;
  readonly givenOn: string;
  readonly takenOn: string;
}

/** A lesson given after a finding, with the day on which it was given. */
export interface Followed extends FollowedLesson {
  readonly givenOn: string;
}

/**
 * Every lesson that was given after a finding of which a meeting may speak, and the days on which the same was found of the
 * same person. A confidential case counts on neither side, for nobody: a sum must not tell that there is one.
 *
 * @param given - SQL over `g`: which of them.
 */
export function followedLessons(
  app: pb.App,
  given = "TRUE",
  params: { readonly [name: string]: unknown } = {},
): Followed[] {
  const select = `SELECT g.user AS user, g.finding AS finding, g.kind AS kind, g.incident AS incident, g.givenOn AS givenOn,
      ${takenSql} AS takenOn
    FROM given_lessons g WHERE g.finding <> 'none' AND g.takenBackAt = '' AND ${given}
      AND (g.incident = '' OR g.incident IN (SELECT id FROM breaches WHERE ${spokenSql}))`;
  const columns = ["user", "finding", "kind", "incident", "givenOn", "takenOn"] as const;
  const lessons = objectsOf<Given>(app, columns, select, params);
  if (lessons.length === 0) return [];
  const mails = mailsOf(app, [...new Set(lessons.map(({ user }) => user))]);
  const cases = casesOf(app);
  return lessons.map(({ user, finding, kind, incident, givenOn, takenOn }) => ({
    givenOn,
    takenOn,
    foundOn:
      finding === "mail"
        ? (mails.get(user) ?? [])
        : cases.flatMap((one) =>
            one.id !== incident && one.kind === kind && one.senders.includes(user) ? [one.day] : [],
          ),
  }));
}

/** Days on which these people sent something anyway. */
function mailsOf(app: pb.App, users: readonly string[]): Map<string, string[]> {
  const { date } = clinicTime(app);
  const select = `SELECT e.user AS user, e.occurredAt AS at FROM json_each({:users}) u JOIN events e ON e.user = u.value
    WHERE e.user <> '' AND e.kind = 'mail.outcome' AND e.detail <> '' AND e.detail->>'outcome' = 'sent-anyway'`;
  const days = new Map<string, string[]>();
  for (const { user, at } of objectsOf<{ user: string; at: string }>(app, ["user", "at"], select, {
    users: JSON.stringify(users),
  }))
    days.set(user, [...(days.get(user) ?? []), date(Date.parse(at))]);
  return days;
}

interface SpokenCase {
  readonly id: string;
  readonly kind: string;
  readonly senders: readonly string[];
  readonly day: string;
}

/** Cases of which a meeting may speak, but those that were nothing, by the day on which they happened or were noticed. */
function casesOf(app: pb.App): SpokenCase[] {
  const { date } = clinicTime(app);
  const select = `SELECT id, kind, senders, coalesce(nullif(occurredFrom, ''), nullif(noticedAt, ''), openedAt) AS at
    FROM breaches WHERE ${spokenSql} AND state <> 'withdrawn' AND senders NOT IN ('', '[]', 'null')`;
  type Row = { id: string; kind: string; senders: string; at: string };
  return objectsOf<Row>(app, ["id", "kind", "senders", "at"], select).map(({ senders, at, ...one }) => ({
    ...one,
    senders: JSON.parse(senders) as string[],
    day: date(Date.parse(iso(at))),
  }));
}
