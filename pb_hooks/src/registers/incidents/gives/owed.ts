import { type DeskRow, nextAsking, recipientAskedUntil } from "#domain/work/desk";
import type { RunningOut } from "#domain/work/my-work";
import type { Caller } from "../../../base/caller.ts";
import { objectsOf } from "../../../base/database.ts";
import { msIn } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import { iso } from "../../../base/time.ts";
import type { NamesOf } from "../../../people/names.ts";
import type { Laying } from "../../register.ts";
import { casesFor } from "../case-facts.ts";
import { lawClocksFor } from "../law/clocks.ts";
import { runningOutFor } from "./clocks.ts";

type Row = Omit<DeskRow, "key">;
type OfCase = Omit<Row, "kind">;
const keyed = (row: Row, of = row.breach): DeskRow => ({ ...row, key: `${row.kind}:${of}` });

/** Rows of the cases that the reader may see: their clocks, and whatever else is owed in them. */
export function rowsOfCases({ app, person, nowMs, names }: Laying): DeskRow[] {
  const cases = casesFor(app, person, "state != 'closed' && state != 'withdrawn'");
  const clocks = runningOutFor(app, person, nowMs);
  const owed = { people: peopleOwed(app), accounts: accountsOpen(app), grants: grantsAlive(app) };
  const running = new Map(clocks.map((clock) => [clock.id, clock]));
  const rows = cases.flatMap((breach) => {
    const of = rowOf(breach);
    const clock = running.get(breach.id);
    const held = names([breach.getString("holder")]);
    const people = owed.people.get(breach.id) ?? 0;
    const accounts = owed.accounts.get(breach.id) ?? 0;
    return [
      ...(clock ? clockRows(breach, clock, of, nowMs, names) : []),
      ...recipientRow(breach, of, names),
      ...(people > 0 ? [keyed({ ...of, kind: "people", holders: held, left: people })] : []),
      ...(accounts > 0 ? [keyed({ ...of, kind: "accounts", holders: held, left: accounts })] : []),
      ...owed.grants
        .filter((grant) => grant.breach === breach.id)
        .map(({ id, user, until, reason }) =>
          keyed({ ...of, kind: "grant", text: reason, due: iso(until), holders: names([user]) }, id),
        ),
    ];
  });
  return [...rows, ...lawRows(app, person, names)];
}

const rowOf = (breach: pb.Record): OfCase => ({
  breach: breach.id,
  number: breach.getInt("number"),
  title: breach.getString("title"),
  text: "",
  from: "",
  due: "",
  holders: [],
  left: 0,
  unanswered: false,
});

/** What the clinic's own law asks for in a case, with its clock. */
const lawRows = (app: pb.App, person: Caller, names: NamesOf): DeskRow[] =>
  lawClocksFor(app, person).map(({ breach, clock }) =>
    keyed(
      {
        ...rowOf(breach),
        kind: clock.what,
        text: clock.text,
        from: new Date(clock.fromMs).toISOString(),
        due: new Date(clock.dueMs).toISOString(),
        withoutDelay: clock.withoutDelay,
        holders: names([breach.getString("holder")]),
      },
      `${breach.id}:${clock.id}`,
    ),
  );

/** The clock that runs, and when somebody is asked about it again; where there is nobody to ask, only the clock. */
function clockRows(
  breach: pb.Record,
  { clock, from, due, holder, unanswered }: RunningOut,
  of: OfCase,
  nowMs: number,
  names: NamesOf,
): DeskRow[] {
  if (clock !== "provisional" && clock !== "ico") return [];
  const row = { ...of, kind: clock, from, due, holders: holder === "" ? [] : [holder], unanswered };
  const next = nextAsking(Date.parse(from), nowMs);
  if (next === undefined) return [keyed(row)];
  const asked = names(next.who.map((who) => breach.getString(who === "duty" ? "holder" : "deputy")));
  if (asked.length === 0) return [keyed(row)];
  const again = {
    ...of,
    kind: "asked",
    due: new Date(next.atMs).toISOString(),
    holders: asked,
  } as const;
  return [keyed(row), keyed(again)];
}

/** The sender was asked at once who received it, and has not answered yet. */
function recipientRow(breach: pb.Record, of: OfCase, names: NamesOf): DeskRow[] {
  const asked = breach.getString("origin") === "mail-attempt" && breach.getString("recipientAnswer") === "";
  const opened = msIn(breach, "openedAt");
  if (!asked || opened === undefined) return [];
  const due = new Date(recipientAskedUntil(opened)).toISOString();
  return [keyed({ ...of, kind: "recipient", due, holders: names(listIn<string>(breach, "senders")) })];
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
