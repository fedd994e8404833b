import type { DeskRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { readableCases } from "../incidents/case-facts.ts";
import type { Laying } from "../register.ts";

interface OpenAction {
  readonly id: string;
  readonly breach: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly done: number;
}

/**
 * Corrective actions of every register that are not verified yet. One that is done waits for another person to verify
 * it, and is nobody's in particular.
 */
export function rowsOfActions({ app, person, zone, names }: Laying): DeskRow[] {
  const readable = readableCases(app, person);
  return objectsOf<OpenAction>(
    app,
    ["id", "breach", "number", "title", "text", "owner", "due", "done"],
    `SELECT a.id AS id, a.breach AS breach, coalesce(b.number, 0) AS number, coalesce(b.title, '') AS title, a.text AS text,
       a.owner AS owner, a.due AS due, a.doneAt <> '' AS done
     FROM actions a LEFT JOIN breaches b ON b.id = a.breach AND a.breach <> ''
     WHERE a.cancelledAt = '' AND a.verifiedAt = ''`,
  )
    .filter(({ breach }) => breach === "" || readable(breach))
    .map(({ id, breach, number, title, text, owner, due, done }) => ({
      key: `${done ? "verify" : "action"}:${id}`,
      kind: done ? "verify" : "action",
      breach,
      number,
      title,
      text,
      from: "",
      due: endOfDay(zone, due),
      holders: done ? [] : names([owner]),
      left: 0,
      unanswered: false,
    }));
}
