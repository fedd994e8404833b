import { icoDue, unanswered } from "#domain/registers/incidents/clock";
import { nextAsking, type OwedRow, recipientAskedUntil } from "#domain/work/desk";
import type { Caller } from "../../../base/caller.ts";
import { objectsOf } from "../../../base/database.ts";
import { msIn } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import { iso } from "../../../base/time.ts";
import type { Laying } from "../../register.ts";
import { openCasesFor } from "../case-facts.ts";
import { lawClocksFor } from "../law/clocks.ts";
import { clockFrom, clockRuns } from "./decides.ts";

type Row = Omit<OwedRow, "key">;
type OfCase = Omit<Row, "kind">;
const keyed = (row: Row, of = row.breach): OwedRow => ({ ...row, key: `${row.kind}:${of}` });

/** Rows of the cases that the reader may see: their clocks, and whatever else is owed in them. */
export function rowsOfCases({ app, person, nowMs }: Laying): OwedRow[] {
  const owed = { people: peopleOwed(app), accounts: accountsOpen(app), grants: grantsAlive(app) };
  const rows = openCasesFor(app, person).flatMap((breach) => {
    const of = rowOf(breach);
    const held = [breach.getString("holder")];
    const people = owed.people.get(breach.id) ?? 0;
    const accounts = owed.accounts.get(breach.id) ?? 0;
    return [
      ...clockRows(breach, of, nowMs),
      ...recipientRow(breach, of),
      ...(people > 0 ? [keyed({ ...of, kind: "people", with: held, left: people })] : []),
      ...(accounts > 0 ? [keyed({ ...of, kind: "accounts", with: held, left: accounts })] : []),
      ...owed.grants
        .filter((grant) => grant.breach === breach.id)
        .map(({ id, user, until, reason }) =>
          keyed({ ...of, kind: "grant", text: reason, due: iso(until), with: [user] }, id),
        ),
    ];
  });
  return [...rows, ...lawRows(app, person)];
}

const rowOf = (breach: pb.Record): OfCase => ({
  breach: breach.id,
  number: breach.getInt("number"),
  title: breach.getString("title"),
  text: "",
  from: "",
  due: "",
  with: [],
  left: 0,
  unanswered: false,
});

/** What the clinic's own law asks for in a case, with its clock. */
const lawRows = (app: pb.App, person: Caller): OwedRow[] =>
  lawClocksFor(app, person).map(({ breach, clock }) =>
    keyed(
      {
        ...rowOf(breach),
        kind: clock.what,
        text: clock.text,
        from: new Date(clock.fromMs).toISOString(),
        due: new Date(clock.dueMs).toISOString(),
        withoutDelay: clock.withoutDelay,
        with: [breach.getString("holder")],
      },
      `${breach.id}:${clock.id}`,
    ),
  );

/** The clock that runs, and when somebody is asked about it again; where there is nobody to ask, only the clock. */
function clockRows(breach: pb.Record, of: OfCase, nowMs: number): OwedRow[] {
  const start = clockRuns(breach) ? clockFrom(breach) : undefined;
  if (start === undefined) return [];
  const triage = breach.getString("state") === "reported";
  const clock = keyed({
    ...of,
    kind: triage ? "provisional" : "ico",
    from: new Date(start).toISOString(),
    due: new Date(icoDue(start)).toISOString(),
    with: [breach.getString("holder")],
    unanswered: triage && unanswered(start, nowMs),
  });
  const next = nextAsking(start, nowMs);
  const asked = (next?.who ?? [])
    .map((who) => breach.getString(who === "duty" ? "holder" : "deputy"))
    .filter((id) => id !== "");
  if (next === undefined || asked.length === 0) return [clock];
  const due = new Date(next.atMs).toISOString();
  return [clock, keyed({ ...of, kind: "asked", due, with: asked })];
}

/** The sender was asked at once who received it, and has not answered yet. */
function recipientRow(breach: pb.Record, of: OfCase): OwedRow[] {
  const asked = breach.getString("origin") === "mail-attempt" && breach.getString("recipientAnswer") === "";
  const opened = msIn(breach, "openedAt");
  if (!asked || opened === undefined) return [];
  const due = new Date(recipientAskedUntil(opened)).toISOString();
  return [keyed({ ...of, kind: "recipient", due, with: listIn<string>(breach, "senders") })];
}

/** By case, where the controller decided to tell them or nobody has decided yet. */
const peopleOwed = (app: pb.App) =>
  countsOf(
    app,
    `SELECT p.breach AS breach, count(*) AS n FROM breach_people p JOIN breaches b ON b.id = p.breach
     WHERE p.toBeTold = TRUE AND p.toldAt = '' AND b.controllerPeople <> 'not' GROUP BY p.breach`,
  );

const accountsOpen = (app: pb.App) =>
  countsOf(app, "SELECT breach, count(*) AS n FROM breach_accounts WHERE confirmedAt = '' GROUP BY breach");

function countsOf(app: pb.App, select: string): Map<string, number> {
  const rows = objectsOf<{ breach: string; n: number }>(app, ["breach", "n"], select);
  return new Map(rows.map(({ breach, n }) => [breach, n]));
}

function grantsAlive(app: pb.App) {
  type Grant = { id: string; breach: string; user: string; until: string; reason: string };
  return objectsOf<Grant>(
    app,
    ["id", "breach", "user", "until", "reason"],
    "SELECT id, breach, user, until, reason FROM case_grants WHERE until > strftime('%Y-%m-%d %H:%M:%fZ', 'now')",
  );
}
