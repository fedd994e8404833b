import type { CsvValue } from "#domain/base/csv";
import type { CsvColumn } from "#domain/registers/list-csv";
import { cellsOf, headingsOf, type NameOf } from "#domain/registers/list-csv";
import type { Role } from "#domain/roles";
import type { Caller } from "../../base/caller.ts";
import { objectsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { iso } from "../../base/time.ts";
import { afterCursor, cursorOf } from "./cursor.ts";

/** Who asks a list, and on which civil date at the clinic. */
export interface Listing {
  readonly app: pb.App;
  readonly person: Caller;
  readonly today: string;
}

/** A filter of a list: `where` is SQL over the list's columns, with the value as `{:name}`. */
export interface ListFilter {
  fits(value: string): boolean;
  readonly where: string;
}

/** How a register's list is read: one SELECT, in one order that pages follow by key. */
export interface ListSpec<Raw extends { readonly id: string }, Row> {
  readonly key: string;
  /** Collection under which an export is an event. */
  readonly collection: string;
  readonly readers: readonly Role[];
  readonly columns: readonly (keyof Raw & string)[];
  /** Columns that hold 0 or 1, and columns that hold an instant. */
  readonly flags?: readonly (keyof Raw & string)[];
  readonly instants?: readonly (keyof Raw & string)[];
  /** SELECT of these columns; may name `{:today}` and what `params` gives. */
  readonly select: string;
  params?(listing: Listing): { readonly [name: string]: unknown };
  /** Column that the list goes by, with the id after it; it is never null. */
  readonly by: keyof Raw & string;
  readonly descends: boolean;
  readonly filters: Readonly<Record<string, ListFilter>>;
  /** What the reader is shown of these rows; left out, the rows as they are. */
  shown?(listing: Listing, rows: Raw[]): Row[];
  /** Counts for the page's sentence, over all rows. */
  figures?(listing: Listing): Readonly<Record<string, number | string>>;
  csv(listing: Listing): readonly CsvColumn<Row>[];
}

export interface ListPage {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** A list as its route knows it, whatever its rows are. */
export interface RegisterList {
  readonly key: string;
  readonly collection: string;
  readonly readers: readonly Role[];
  readonly filters: Readonly<Record<string, ListFilter>>;
  page(listing: Listing, asked: ListAsked): ListPage;
  figures(listing: Listing): Readonly<Record<string, number | string>>;
  headings(listing: Listing): string[];
  csvPages(listing: Listing, asked: ListAsked, nameOf: NameOf): Iterable<CsvValue[][]>;
}

export interface ListAsked {
  /** Values by filter; only those that were given. */
  readonly filters: Readonly<Record<string, string>>;
  /** Where the page begins; '' at the start. */
  readonly before: string;
  readonly limit: number;
}

const csvPageRows = 500;

/** A filter of the values of one column. */
export const oneValue = (column: string, values: readonly string[], name = column): ListFilter => ({
  fits: (value) => values.includes(value),
  where: `"${column}" = {:${name}}`,
});
export const rowOf = (column: string, name = column): ListFilter => ({
  fits: (value) => /^[a-z0-9]{15}$/.test(value),
  where: `"${column}" = {:${name}}`,
});

export function registerList<Raw extends { readonly id: string }, Row = Raw>(
  spec: ListSpec<Raw, Row>,
): RegisterList {
  const shown = (listing: Listing, rows: Raw[]): Row[] =>
    spec.shown ? spec.shown(listing, rows) : (rows as unknown as Row[]);
  const read = (
    listing: Listing,
    asked: ListAsked,
  ): { readonly rows: Raw[]; readonly next: string | null } => {
    const raw = objectsOf<Raw>(listing.app, spec.columns, sqlOf(spec, asked), {
      ...asked.filters,
      ...placeOf(asked.before),
      ...spec.params?.(listing),
      today: listing.today,
      limit: asked.limit + 1,
    });
    const rows = raw.slice(0, asked.limit).map((row) => mended(spec, row));
    const last = raw[asked.limit - 1];
    return { rows, next: raw.length > asked.limit && last ? cursorOf(String(last[spec.by]), last.id) : null };
  };
  return {
    key: spec.key,
    collection: spec.collection,
    readers: spec.readers,
    filters: spec.filters,
    page(listing, asked) {
      const { rows, next } = read(listing, asked);
      return { rows: shown(listing, rows), next };
    },
    figures: (listing) => spec.figures?.(listing) ?? {},
    headings: (listing) => headingsOf(spec.csv(listing)),
    *csvPages(listing, asked, nameOf) {
      const columns = spec.csv(listing);
      let before = asked.before;
      do {
        const { rows, next } = read(listing, { ...asked, before, limit: csvPageRows });
        yield cellsOf(columns, shown(listing, rows), nameOf);
        before = next ?? "";
      } while (before !== "");
    },
  };
}

function sqlOf<Raw extends { readonly id: string }, Row>(spec: ListSpec<Raw, Row>, asked: ListAsked): string {
  const { select, by, descends, filters } = spec;
  const wheres = Object.keys(asked.filters).map((name) => filters[name]?.where ?? "TRUE");
  if (asked.before !== "") wheres.push(`("${by}", id) ${descends ? "<" : ">"} ({:placeBy}, {:placeId})`);
  const where = wheres.length === 0 ? "" : `WHERE ${wheres.map((one) => `(${one})`).join(" AND ")}`;
  const way = descends ? "DESC" : "ASC";
  return `SELECT * FROM (${select}) ${where} ORDER BY "${by}" ${way}, id ${way} LIMIT {:limit}`;
}

function placeOf(before: string): { readonly placeBy?: string; readonly placeId?: string } {
  if (before === "") return {};
  const place = afterCursor(before);
  if (!place) refuse("before", "invalid_value", "There is no such place in the list.");
  return { placeBy: place.by, placeId: place.id };
}

function mended<Raw extends { readonly id: string }, Row>(spec: ListSpec<Raw, Row>, row: Raw): Raw {
  const { flags = [], instants = [] } = spec;
  if (flags.length + instants.length === 0) return row;
  const mendedRow: { [column: string]: unknown } = { ...row };
  for (const flag of flags) mendedRow[flag] = Boolean(row[flag]);
  for (const instant of instants) mendedRow[instant] = iso(String(row[instant] ?? ""));
  return mendedRow as unknown as Raw;
}
