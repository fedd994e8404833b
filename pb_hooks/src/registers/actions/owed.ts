import { closedWithWords } from "#domain/registers/actions/acts";
import { whyNotOnAction } from "#domain/registers/actions/may-act-on";
import type { ActionFacts } from "#domain/work/actions";
import type { OwedRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { readableCases } from "../incidents/case-facts.ts";
import type { Laying } from "../register.ts";
import { leadsTo } from "./leads-to.ts";

interface OpenAction extends ActionFacts {
  readonly id: string;
  readonly version: number;
  readonly breach: string;
  readonly number: number;
  readonly title: string;
  readonly register: string;
  readonly subject: string;
  /** Of an action from a round, the audit; '' of all else. */
  readonly audit: string;
  readonly text: string;
}
const columns = [
  "id",
  "version",
  "breach",
  "number",
  "title",
  "register",
  "subject",
  "audit",
  "text",
  "owner",
  "due",
  "doneAt",
  "doneBy",
  "verifiedAt",
  "cancelledAt",
] as const;

/**
 * Corrective actions of every register that are not verified yet. One that is done waits for another person to verify
 * it, and is nobody's in particular. Its owner knows of it without the case that it was given in.
 */
export function rowsOfActions({ app, person, zone }: Laying): OwedRow[] {
  const readable = readableCases(app, person);
  return objectsOf<OpenAction>(
    app,
    columns,
    `SELECT a.id AS id, a.version AS version, a.breach AS breach, coalesce(b.number, 0) AS number, coalesce(b.title, '') AS title,
       a.register AS register, a.subject AS subject, coalesce(r.audit, '') AS audit, a.text AS text, a.owner AS owner, a.due AS due, a.doneAt AS doneAt, a.doneBy AS doneBy, '' AS verifiedAt, '' AS cancelledAt
     FROM actions a LEFT JOIN breaches b ON b.id = a.breach AND a.breach <> ''
       LEFT JOIN audit_rounds r ON r.id = a.subject AND a.register = 'audit_rounds'
     WHERE a.cancelledAt = '' AND a.verifiedAt = ''`,
  ).flatMap((action): OwedRow[] => {
    const { id, version, breach, number, title, text, owner, due, doneAt } = action;
    const reads = breach === "" || readable(breach);
    const done = doneAt !== "";
    const page = breach === "" ? leadsTo(app, action) : undefined;
    if (!reads && (done || owner !== person.id)) return [];
    return [
      {
        key: `${done ? "verify" : "action"}:${id}`,
        kind: done ? "verify" : "action",
        ...(reads ? { breach, number, title } : { breach: "", number: 0, title: "" }),
        text,
        from: "",
        due: endOfDay(zone, due),
        with: done ? [] : [owner],
        ...(done && { mine: whyNotOnAction(person, "actions.verify", action) === undefined }),
        left: 0,
        unanswered: false,
        ...(page !== undefined && { page }),
        ...((done || !closedWithWords.includes(action.register)) && { action: { id, version } }),
      },
    ];
  });
}
