/** Raw SQL as the ledger needs it: rows out as JSON, so that numbers and texts arrive exactly as they are stored. */

type Value = string | number | null;
export type Row = readonly Value[];

let answer: { rows: string } | undefined;
/** One for all questions of an engine, which asks them one after the other: each that is made takes a tenth of a millisecond. */
function intoAnswer(): { rows: string } {
  answer ??= new DynamicModel({ rows: "" }) as { rows: string };
  return answer;
}

/**
 * Runs a SELECT and answers its rows as arrays in the order of `columns`.
 *
 * @param columns - Names that the SELECT gives its columns.
 * @param select - SQL with named parameters `{:name}`; values are never written into it.
 */
export function rowsOf(
  app: pb.App,
  columns: readonly string[],
  select: string,
  params: { [name: string]: unknown } = {},
): Row[] {
  const into = intoAnswer();
  const list = columns.map((column) => `"${column}"`).join(",");
  const sql = `SELECT coalesce(json_group_array(json_array(${list})), '[]') AS rows FROM (${select})`;
  app.db().newQuery(sql).bind(params).one(into);
  return JSON.parse(into.rows) as Row[];
}

/** The same as objects by column name. `Shape` is what the caller knows of its own SELECT. */
export function objectsOf<Shape>(
  app: pb.App,
  columns: readonly (keyof Shape & string)[],
  select: string,
  params: { [name: string]: unknown } = {},
): Shape[] {
  return rowsOf(app, columns, select, params).map((row) => {
    const object: { [column: string]: Value } = {};
    // By index: a step of an iterator costs the engine more than the rest.
    for (let i = 0; i < columns.length; i += 1) object[columns[i] as string] = row[i] ?? null;
    return object as Shape;
  });
}

/** @returns How many rows the statement changed. */
export function execute(app: pb.App, sql: string, params: { [name: string]: unknown } = {}): number {
  return Number(app.db().newQuery(sql).bind(params).execute().rowsAffected());
}
