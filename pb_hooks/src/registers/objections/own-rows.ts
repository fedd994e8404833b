import type { Caller } from "../../base/caller.ts";
import { type Row, rowsOf } from "../../base/database.ts";
import { hiddenFrom } from "../../ledger/offers.ts";

interface Column {
  readonly name: string;
  /** As the table declares it: "TEXT", "JSON", "NUMERIC"; '' of a table that declares none. */
  readonly type: string;
}

/** A table of the database as it is now. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whether its rows have a number of their own, by which pages go. */
  readonly numbered: boolean;
}

/** The log is asked by its own queries, and what the database keeps of itself holds no row about anybody. */
const isApart = (name: string): boolean =>
  name === "events" || name === "checkpoints" || name.startsWith("sqlite_");

/** Every table that can hold a person's id: read from the schema, so that one that comes later is among them. */
export function tablesOf(app: pb.App): Table[] {
  const select = `SELECT t.name AS "table", instr(upper(t.sql), 'WITHOUT ROWID') = 0 AS numbered, c.name AS name, c.type AS type
    FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.name, c.cid`;
  const tables = new Map<string, { name: string; columns: Column[]; numbered: boolean }>();
  for (const [table, numbered, name, type] of rowsOf(app, ["table", "numbered", "name", "type"], select)) {
    const known = tables.get(String(table)) ?? {
      name: String(table),
      columns: [],
      numbered: Number(numbered) === 1,
    };
    known.columns.push({ name: String(name), type: String(type).toUpperCase() });
    tables.set(known.name, known);
  }
  return [...tables.values()].filter(({ name }) => !isApart(name));
}

const numbers = /^(?:INT|NUM|REAL|BOOL|DEC|DOUBLE|FLOAT)/;
/** Columns in which a person’s id can stand: all but those of numbers. */
export const searched = ({ columns }: Pick<Table, "columns">): Column[] =>
  columns.filter(({ type }) => !numbers.test(type));

/** Of a table’s rows, those in which this id stands, whatever the column is called; '' where it has none that could hold one. */
export const namesSql = (table: Pick<Table, "columns">): string =>
  searched(table)
    .map(({ name, type }) => (type === "JSON" ? `instr("${name}", {:me}) > 0` : `"${name}" = {:me}`))
    .join(" OR ");

/** Columns that only say of which case something is: whoever has to do it knows of it without the case. */
export const apartOf: Readonly<Record<string, readonly string[]>> = {
  actions: ["breach", "register", "subject"],
  given_lessons: ["incident", "finding", "entry"],
};

/** Rows that one page is read in. */
const pageRows = 500;

/** What is told of a row: its values by column, and in which of them the person stands. */
export interface OwnRow {
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly names: readonly string[];
}

/**
 * Rows of a table that name this person, but for those of cases that are kept from them.
 *
 * @param id - This row alone; left out, all.
 */
export function* ownRows(app: pb.App, { id: me }: Caller, table: Table, hidden: readonly string[], id = "") {
  const where = namesSql(table);
  if (where === "") return;
  const names = table.columns.map(({ name }) => name);
  const place = table.numbered ? "rowid" : "0";
  const after = table.numbered ? "rowid > {:after}" : "1 = 1";
  const columns = [...names.map((_, i) => `c${i}`), "place"];
  const select = `SELECT ${names.map((name, i) => `"${name}" AS c${i}`).join(", ")}, ${place} AS place FROM "${table.name}"
    WHERE (${where}) AND ${after} ${id === "" ? "" : "AND id = {:id}"}
    ORDER BY ${table.numbered ? "rowid" : "1"} LIMIT {:limit} OFFSET {:offset}`;
  let last = 0;
  for (let offset = 0; ; offset += table.numbered ? 0 : pageRows) {
    const params = { me, limit: pageRows, offset, ...(table.numbered && { after: last }), ...(id && { id }) };
    const page = rowsOf(app, columns, select, params);
    for (const row of page) {
      const told = toldOf(row, table, me, hidden);
      if (told) yield told;
    }
    last = Number(page.at(-1)?.[names.length] ?? 0);
    if (page.length < pageRows) return;
  }
}

function toldOf(row: Row, table: Table, me: string, hidden: readonly string[]): OwnRow | undefined {
  const apart = apartOf[table.name] ?? [];
  const cells = table.columns
    .map(({ name, type }, i) => ({ name, type, value: row[i] ?? null }))
    .filter(({ name }) => !apart.includes(name));
  const holds = ({ type, value }: (typeof cells)[number], id: string): boolean =>
    type === "JSON" ? String(value ?? "").includes(id) : value === id;
  if (hidden.some((id) => cells.some((cell) => holds(cell, id)))) return undefined;
  return {
    values: Object.fromEntries(cells.map(({ name, value }) => [name, value])),
    names: cells.filter((cell) => holds(cell, me)).map(({ name }) => name),
  };
}

/** One row that names this person and is shown to them; undefined where there is none. */
export function ownRowAt(app: pb.App, person: Caller, name: string, id: string): OwnRow | undefined {
  const table = tablesOf(app).find((one) => one.name === name);
  if (!table?.columns.some((column) => column.name === "id")) return undefined;
  for (const row of ownRows(app, person, table, hiddenFrom(app, person), id)) return row;
  return undefined;
}
