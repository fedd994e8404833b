import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";

/** Rows that are counted by the instant in one of their columns; `where` is SQL. */
export interface Counted {
  readonly table: string;
  readonly column: string;
  readonly where?: string;
}

/** A register's figure from its rows: of each part how many fall into each span. */
export function countedBetween(
  { app, time, spans }: Counting,
  key: string,
  parts: Readonly<Record<string, Counted>>,
): Figure {
  const count = ({ table, column, where = "TRUE" }: Counted, from: string, to: string): number => {
    const select = `SELECT count(*) AS n FROM ${table} WHERE "${column}" >= {:from} AND "${column}" <= {:to} AND ${where}`;
    return Number(rowsOf(app, ["n"], select, { from: stored(from), to: stored(to) })[0]?.[0] ?? 0);
  };
  const counts = spans.map(({ from, to }) =>
    Object.fromEntries(Object.entries(parts).map(([part, counted]) => [part, count(counted, from, to)])),
  );
  return { key, since: firstDay(app, time, [begun]), counts };
}
