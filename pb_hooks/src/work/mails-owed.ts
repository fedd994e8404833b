import { policy } from "#domain/policy";
import type { OwedRow } from "#domain/work/desk";
import { objectsOf } from "../base/database.ts";
import { before, iso, stored } from "../base/time.ts";
import { readableCases } from "../registers/incidents/case-facts.ts";
import type { Laying } from "../registers/register.ts";

interface FailedMail {
  readonly id: string;
  readonly breach: string;
  readonly number: number;
  readonly title: string;
  readonly to: string;
  readonly mail: string;
  readonly tryAt: string;
}

/**
 * Reminders whose mail did not go out, of a week as the first screen counts them: when each is tried again, or that it
 * was given up.
 */
export function rowsOfMails({ app, person, nowMs }: Laying): OwedRow[] {
  const readable = readableCases(app, person);
  return objectsOf<FailedMail>(
    app,
    ["id", "breach", "number", "title", "to", "mail", "tryAt"],
    `SELECT r.id AS id, b.id AS breach, b.number AS number, b.title AS title, r."to" AS "to", r.mail AS mail, r.tryAt AS tryAt
     FROM reminders r JOIN breaches b ON b.id = r.subject
     WHERE r.mail IN ('failing', 'given-up') AND r.due > {:since}`,
    { since: stored(before(nowMs, policy.weekOfFigures)) },
  )
    .filter(({ breach }) => readable(breach))
    .map(({ id, breach, number, title, to, mail, tryAt }) => ({
      key: `mail:${id}`,
      kind: "mail",
      breach,
      number,
      title,
      text: "",
      from: "",
      due: mail === "failing" ? nextRun(iso(tryAt), nowMs) : "",
      with: [to],
      left: 0,
      unanswered: false,
    }));
}

/** The run that tries it: each minute's, from that moment on. */
const nextRun = (tryAt: string, nowMs: number): string => {
  const next = new Date(nowMs + 60_000).toISOString();
  return tryAt > next ? tryAt : next;
};
