import { csvOf } from "#domain/base/csv";
import { cellsOf, headingsOf } from "#domain/registers/list-csv";
import { datedColumns } from "#domain/registers/objections/csv";
import { type ObjectionCounts, objectionItems } from "#domain/registers/objections/for-review";
import { answerersOf } from "#domain/registers/objections/may-answer";
import {
  type ObjectionKind,
  type ObjectionRow,
  objectionWords,
  type SaidBeside,
} from "#domain/registers/objections/objection";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { iso, stored } from "../../base/time.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { guardedAmong, hiddenFrom } from "../../ledger/offers.ts";
import { remindersOfDays } from "../day-reminders.ts";
import { countedBetween } from "../listing/counted.ts";
import type { Counting, Due, Laying, Packing, PackPart, Reviewing } from "../register.ts";
import { answerersIn } from "./acts.ts";

interface Waiting {
  readonly id: string;
  readonly what: ObjectionKind;
  readonly by: string;
  readonly name: string;
  readonly breach: string;
  readonly limitOn: string;
}

function waiting(app: pb.App): Waiting[] {
  const select = `SELECT o.id AS id, o.what AS what, o."by" AS "by", o.breach AS breach, o.limitOn AS limitOn,
      coalesce((SELECT name FROM users u WHERE u.id = o."by"), '') AS name
    FROM objections o WHERE o.state = 'asked' ORDER BY o.limitOn, o.id LIMIT 300`;
  return objectsOf<Waiting>(app, ["id", "what", "by", "breach", "limitOn", "name"], select);
}

/** What waits for an answer, under whoever answers it. Who reads a desk and may not see the case is not shown it. */
export function owedOnObjections({ app, person, zone }: Laying): OwedRow[] {
  const rows = waiting(app);
  if (rows.length === 0) return [];
  const people = answerersIn(app);
  const hidden = new Set(hiddenFrom(app, person));
  return rows
    .filter(({ breach }) => !hidden.has(breach))
    .map(({ id, what, by, name, limitOn }) =>
      otherRow({
        key: `objections:${id}`,
        text: `${name || "Somebody"} about an entry of their own: ${objectionWords[what].toLowerCase()}`,
        due: endOfDay(zone, limitOn),
        with: [...answerersOf(by, people)],
        page: `/objections?id=${id}`,
      }),
    );
}

export function dueOfObjections(app: pb.App, nowMs: number): Due[] {
  const rows = waiting(app);
  if (rows.length === 0) return [];
  const people = answerersIn(app);
  const days = rows.map(({ id, by, limitOn }) => ({
    id,
    day: limitOn,
    to: answerersOf(by, people)[0] ?? "",
  }));
  return remindersOfDays(app, "day-objection", days, nowMs);
}

/** Said of what belongs to no case that is kept apart: nobody learns from a count that there is such a case. */
const notApart = `breach NOT IN (SELECT value FROM json_each({:hidden}))`;

/** Cases that somebody may not see, of which something was said. */
function apartIn(app: pb.App): string {
  const cases = rowsOf(app, ["breach"], "SELECT DISTINCT breach FROM objections WHERE breach <> ''");
  return JSON.stringify(
    guardedAmong(
      app,
      cases.map(([id]) => String(id)),
    ),
  );
}

/** Counts alone: what was said is read where it is answered. */
export function agendaOfObjections({ app, today, since }: Reviewing): Draft[] {
  const select = `SELECT count(*) AS ever, coalesce(sum("at" >= {:since}), 0) AS said,
      coalesce(sum(answeredAt >= {:since} AND answeredAt <> ''), 0) AS answered,
      coalesce(sum(state = 'asked'), 0) AS open, coalesce(sum(state = 'asked' AND limitOn < {:today}), 0) AS late
    FROM objections WHERE ${notApart}`;
  const names = ["ever", "said", "answered", "open", "late"] as const;
  const params = { since: stored(since), today, hidden: apartIn(app) };
  const [counts] = objectsOf<ObjectionCounts>(app, names, select, params);
  return counts ? objectionItems(counts) : [];
}

export const figuresOfObjections = (counting: Counting) => {
  const seen = { table: "objections", where: notApart, params: { hidden: JSON.stringify(counting.hidden) } };
  return [
    countedBetween(counting, "objections", {
      said: { ...seen, column: "at" },
      answered: { ...seen, column: "answeredAt" },
    }),
  ];
};

type Dated = Pick<ObjectionRow, "what" | "at" | "limitOn" | "state" | "answeredAt">;
const dated = ["what", "at", "limitOn", "state", "answeredAt"] as const;

/**
 * When something was said and answered, without who, of which entry, and the words: these are theirs, and stay in the clinic.
 * What belongs to a case that is kept apart is left out, as the case is.
 */
export function objectionsInPack({ tx, person, confidential }: Packing): PackPart {
  const select = `SELECT ${dated.map((column) => `"${column}"`).join(", ")} FROM objections
    WHERE ${notApart} ORDER BY "at", id`;
  const hidden = confidential ? JSON.stringify(hiddenFrom(tx, person)) : apartIn(tx);
  const rows = objectsOf<Dated>(tx, dated, select, { hidden }).map((row) => ({
    ...row,
    ...{ at: iso(row.at), answeredAt: iso(row.answeredAt) },
  }));
  const cells = cellsOf(datedColumns, rows, () => "");
  return {
    folders: [
      {
        name: "objections/",
        holds:
          "objections.csv: when people said something of entries of themselves, and when it was answered",
      },
    ],
    files: [{ path: "objections/objections.csv", text: csvOf([headingsOf(datedColumns), ...cells]) }],
    rows: rows.length,
  };
}

/** Of these events, what the people whose they are said about them; the latest last. */
export function saidOf(app: pb.App, events: readonly string[]): Map<string, SaidBeside[]> {
  const select = `SELECT event, what, words, "at", state, answer FROM objections
    WHERE event IN (SELECT value FROM json_each({:events})) AND event <> '' ORDER BY "at", id LIMIT 2000`;
  const columns = ["event", "what", "words", "at", "state", "answer"] as const;
  const said = new Map<string, SaidBeside[]>();
  const rows = objectsOf<SaidBeside & { event: string }>(app, columns, select, {
    events: JSON.stringify(events),
  });
  for (const { event, ...one } of rows)
    said.set(event, [...(said.get(event) ?? []), { ...one, at: iso(one.at) }]);
  return said;
}
