import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";

/** Rows that are counted by the instant in one of their columns; `where` is SQL, with `params` of its own. */
export interface Counted {
  readonly table: string;
  readonly column: string;
  readonly where?: string;
  readonly params?: { readonly [name: string]: string };
}

/** A register's figure from its rows: of each part how many fall into each span. */
export function countedBetween(
  { app, time, spans }: Counting,
  key: string,
  parts: Readonly<Record<string, Counted>>,
): Figure {
  const count = ({ table, column, where = "TRUE", params }: Counted, from: string, to: string): number => {
    const select = `SELECT count(*) AS n FROM ${table} WHERE "${column}" >= {:from} AND "${column}" <= {:to} AND ${where}`;
    const between = { ...params, from: stored(from), to: stored(to) };
    return Number(rowsOf(app, ["n"], select, between)[0]?.[0] ?? 0);
  };
  const counts = spans.map(({ from, to }) =>
    Object.fromEntries(Object.entries(parts).map(([part, counted]) => [part, count(counted, from, to)])),
  );
  return { key, since: firstDay(app, time, [begun]), counts };
}
