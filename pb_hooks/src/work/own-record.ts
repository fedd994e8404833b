import type { LogQuery } from "#domain/ledger/log-query";
import { besideInWords } from "#domain/registers/objections/objection";
import { nothingBeside } from "#domain/work/held-beside";
import { ownWordsIn, shownFields } from "#domain/work/own-record/columns";
import { type OwnLine, type OwnRowLine, oneself, somebodyElse } from "#domain/work/own-record/own-record";
import { type Caller, caller } from "../base/caller.ts";
import { now } from "../base/clock.ts";
import { objectsOf, rowsOf } from "../base/database.ts";
import { iso } from "../base/time.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { hiddenFrom, saidAbout } from "../ledger/offers.ts";
import { countRows, pagesOf } from "../ledger/read/events-route.ts";
import { readersSelect } from "../ledger/read/readers-select.ts";
import { recordExport } from "../ledger/read/reading.ts";
import { shownTo } from "../ledger/read/shown-row.ts";
import { registers } from "../registers/index.ts";
import { type OwnRow, ownRows, type Table, tablesOf } from "../registers/objections/own-rows.ts";

type Values = OwnRowLine["values"];

/**
 * `GET /own-record`: everything that names the caller, a line of JSON each: entries of the log, who read them, and every row
 * of every table in which the caller's id stands. That it was taken is an event before the first line is sent.
 */
export function ownRecord(e: pb.RequestEvent): void {
  const person = caller(e);
  const own: Own = { app: e.app, person, hidden: hiddenFrom(e.app, person) };
  recordExport(e.app, person, "own-record", { user: person.id }, countRows(e.app, queryOf(own)));
  const headers = e.response.header();
  headers.set("Content-Type", "application/jsonl; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  e.response.write(toBytes(lineOf(headOf(own))));
  let rows = 0;
  let some = "";
  for (const row of allOf(own)) {
    rows += 1;
    some += lineOf({ is: "row", ...row });
    if (some.length < pieceLength) continue;
    e.response.write(toBytes(some));
    some = "";
  }
  e.response.write(toBytes(some + lineOf({ is: "end", rows })));
}

interface Own {
  readonly app: pb.App;
  readonly person: Caller;
  /** Traces of cases that are kept from this person, which are the cases' own ids. */
  readonly hidden: readonly string[];
}
type OwnLineRow = Omit<OwnRowLine, "is">;

/** Characters that are sent at once. */
const pieceLength = 65_536;
const lineOf = (line: OwnLine): string => `${JSON.stringify(line)}\n`;

function headOf({ app, person: { id, name, role } }: Own): OwnLine {
  const clinic = clinicOf(app);
  return {
    ...{ is: "head", v: 1, asOf: now(), person: { id, name, role } },
    clinic: clinic?.getString("name") ?? "",
    leadTitle: clinic?.getString("leadTitle") ?? "",
  };
}

function* allOf(own: Own): Generator<OwnLineRow> {
  yield* eventsOf(own);
  yield* readersOf(own);
  yield* accountOf(own);
  yield* tableRows(own);
}

const queryOf = ({ person, hidden }: Own): LogQuery => ({
  format: "json",
  user: person.id,
  hidden,
  withoutBlankedActs: true,
  limit: 1,
});

function* eventsOf(own: Own): Generator<OwnLineRow> {
  const staff: Caller = { ...own.person, role: "staff" };
  for (const rows of pagesOf(own.app, queryOf(own))) {
    const said = saidAbout(
      own.app,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const { user: _user, userName: _name, ...shown } = shownTo(staff, row);
      const beside = (said.get(row.id) ?? []).map(besideInWords).join("; ");
      yield { part: "events", row: row.id, names: ["user"], values: { ...plain(shown), said: beside } };
    }
  }
}

/** Columns without a value are left out, and a flag is a word. */
const plain = (row: object): Values =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== "" && value !== null && value !== undefined)
      .map(([name, value]) => [name, typeof value === "number" ? value : String(value)]),
  );

const readersPage = 500;

function* readersOf({ app, person }: Own): Generator<OwnLineRow> {
  type Reading = { seq: number; at: string; by: string; detail: string };
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const columns = ["seq", "at", "by", "detail"] as const;
    const rows = objectsOf<Reading>(app, columns, readersSelect, {
      me: person.id,
      before,
      limit: readersPage,
    });
    for (const { at, by, detail } of rows) {
      const { what, filter } = JSON.parse(detail) as { what: string; filter: object };
      yield {
        part: "readers",
        row: "",
        names: [],
        values: { at, by, what, of: "user" in filter ? oneself : "everybody" },
      };
    }
    before = rows.at(-1)?.seq ?? 0;
    if (rows.length < readersPage) return;
  }
}

/** What others did to the person's account: their events name the row, and who did it. */
function* accountOf({ app, person }: Own): Generator<OwnLineRow> {
  type Done = { occurredAt: string; kind: string; detail: string };
  const select = `SELECT coalesce(nullif(occurredAt, ''), receivedAt) AS occurredAt, kind, detail FROM events INDEXED BY idx_events_kind
    WHERE kind IN ('users.create', 'users.update', 'users.act', 'auth.reset') AND user <> {:me} AND orderedBy = 0
      AND detail <> '' AND (detail->>'id' = {:me} OR detail->>'of' = {:me}) ORDER BY seq DESC LIMIT 10000`;
  const columns = ["occurredAt", "kind", "detail"] as const;
  for (const { occurredAt, kind, detail } of objectsOf<Done>(app, columns, select, { me: person.id }))
    yield { part: "account", row: "", names: [], values: { occurredAt, kind, ...told(detail) } };
}

/** What an event of an account says: the act, and old and new value of a role or an office. */
function told(detail: string): Values {
  type Detail = { action?: string; what?: string; changed?: { column: string; from: string; to: string }[] };
  const { action, what, changed = [] } = JSON.parse(detail) as Detail;
  const changes = changed.map(({ column, from, to }) => `${column}: ${from || "none"} to ${to || "none"}`);
  return plain({ action, what, changed: changes.join("; ") });
}

function* tableRows(own: Own): Generator<OwnLineRow> {
  const nothing = [...registers.flatMap((one) => (one.nothing ? [one.nothing] : [])), nothingBeside];
  const shown = shownFields(nothing);
  const people = new Set(rowsOf(own.app, ["id"], "SELECT id FROM users").map(([id]) => String(id)));
  for (const table of tablesOf(own.app))
    for (const row of ownRows(own.app, own.person, table, own.hidden))
      yield {
        part: table.name,
        row: row.values.id ? `${table.name}/${row.values.id}` : "",
        names: [...row.names],
        values: valuesOf(row, table, shown, people, own.person.id),
      };
}

/** The columns that are this person's to see, with colleagues left unnamed. */
function valuesOf(
  { values, names }: OwnRow,
  { name: table, columns }: Table,
  shown: ReadonlySet<string>,
  people: ReadonlySet<string>,
  me: string,
): Values {
  const words = ownWordsIn(table, names);
  const named = (id: string): string => (id === me ? oneself : people.has(id) ? somebodyElse : id);
  const told = columns.flatMap(({ name, type }): [string, string | number][] => {
    const value = values[name] ?? "";
    if (value === "" || (!shown.has(`${table}.${name}`) && !words.has(name))) return [];
    if (type === "JSON") {
      const list = listOf(String(value));
      return list && list.length > 0 ? [[name, list.map(named).join(", ")]] : [];
    }
    return [[name, typeof value === "number" ? value : named(isStored.test(value) ? iso(value) : value)]];
  });
  return Object.fromEntries(told);
}

/** An instant as PocketBase stores it. */
const isStored = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}Z$/;

/** Of JSON only a list of words is shown: what else stands in it may be about others. */
function listOf(text: string): string[] | undefined {
  const value: unknown = JSON.parse(text || "null");
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}
