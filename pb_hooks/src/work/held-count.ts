import type { HeldField } from "#domain/work/held";
import { rowsOf } from "../base/database.ts";
import { countedWhere } from "./held-hidden.ts";

/** How much there is of a kind. */
interface Counted {
  readonly rows: number | null;
  readonly oldest: string;
}

/** Rows in which one of its fields is filled, and the oldest of them; confidential cases are counted for nobody. */
export function countHeld(app: pb.App, field: HeldField, ofCases: readonly string[]): Counted {
  if (field.place === "backups") return backupsOf(app);
  const parts = byCollection(field.counts ? [field.counts] : field.columns).map(([collection, columns]) =>
    countIn(app, field, collection, columns, ofCases),
  );
  if (parts.length === 0) return { rows: null, oldest: "" };
  const [oldest = ""] = parts.flatMap((part) => (part.oldest === "" ? [] : [part.oldest])).sort();
  return { rows: parts.reduce((sum, part) => sum + (part.rows ?? 0), 0), oldest };
}

/** Every field of the database as it is now, as `collection.field`. */
export function schemaOf(app: pb.App): string[] {
  const select = `SELECT t.name || '.' || c.name AS field FROM sqlite_master t, pragma_table_info(t.name) c
     WHERE t.type IN ('table', 'view') ORDER BY 1`;
  return rowsOf(app, ["field"], select).map(([field]) => String(field));
}

function countIn(
  app: pb.App,
  field: HeldField,
  collection: string,
  columns: readonly string[],
  ofCases: readonly string[],
): Counted {
  const filled = whereFilled(field, columns);
  const counted = countedWhere(collection, ofCases);
  const where = counted === undefined ? filled : `${filled} AND ${counted}`;
  const date = field.since?.find((name) => name.startsWith(`${collection}.`))?.split(".")[1];
  const oldest = date === undefined ? "''" : oldestOf(collection, date, where);
  // As long as nothing else is asked, the count is answered from an index alone.
  const select = `SELECT (SELECT count(*) FROM "${collection}" WHERE ${where}) AS n, ${oldest} AS oldest`;
  const [row] = rowsOf(app, ["n", "oldest"], select);
  return { rows: Number(row?.[0] ?? 0), oldest: String(row?.[1] ?? "") };
}

/** The first of the living events by when they arrived is at the beginning of an index; of other tables all are looked at. */
function oldestOf(collection: string, date: string, where: string): string {
  if (collection !== "events")
    return `(SELECT coalesce(min(nullif("${date}", '')), '') FROM "${collection}" WHERE ${where})`;
  return `coalesce((SELECT receivedAt FROM events INDEXED BY idx_events_live
    WHERE orderedBy = 0 AND ${where} ORDER BY receivedAt LIMIT 1), '')`;
}

function whereFilled({ family, holding }: HeldField, columns: readonly string[]): string {
  const filled = columns.map((column) => `${isFilled(column)}`).join(" OR ");
  const kinds = family ? [`kind >= '${family}.'`, `kind < '${family}/'`] : [];
  const held = holding ? [`instr("${columns[0]}", '${holding}') > 0`] : [];
  // Work on a case has a trace too: what is counted is what ties views and messages.
  const tied = columns.includes("trace") && !family ? [ofViewsAndMail] : [];
  return [...kinds, ...tied, `(${filled})`, ...held].join(" AND ");
}

const ofViewsAndMail = "(kind >= 'mail.' AND kind < 'mail/' OR kind >= 'record.' AND kind < 'record/')";

/** Texts of events are answered by partial indexes, which know them by these very words. */
const isFilled = (column: string): string =>
  ["recordRef", "trace", "occurredAt", "detail"].includes(column)
    ? `${column} <> ''`
    : `coalesce(CAST("${column}" AS TEXT), '') NOT IN ('', 'null', '[]', '{}', '""', '0')`;

function byCollection(names: readonly string[]): [string, string[]][] {
  const fields = new Map<string, string[]>();
  for (const name of names) {
    const [collection = "", field = ""] = name.split(".");
    fields.set(collection, [...(fields.get(collection) ?? []), field]);
  }
  return [...fields];
}

function backupsOf(app: pb.App): Counted {
  try {
    const names = $os.readDir($filepath.join(app.dataDir(), "backups")).map((file) => file.name());
    return { rows: names.filter((name) => name.endsWith(".zip")).length, oldest: "" };
  } catch {
    return { rows: 0, oldest: "" };
  }
}
