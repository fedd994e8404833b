import { inWords } from "#domain/registers/incidents/words";
import { Problem, sentenceFor } from "#lib/api/problem.ts";
import { listed } from "#lib/format/sentence.ts";
import { moment, shortDay } from "#lib/format/time.ts";
import type { ReadRow, Versioned } from "#lib/state/seen.svelte.ts";

/** One thing that somebody changed: what it is called within a sentence, and what it said before and says now. */
export type Difference = { readonly name: string; readonly from: string; readonly to: string };

/** What words need to know around a row. */
export type Around = {
  /** The clinic's time zone. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly nameOf: (id: string) => string;
};

/** What a column holds, in words; '' is nothing. */
type SayOf<Value> = (value: Value, around: Around) => string;

/** A column of a row: its name, and its words. A list of parts tells each part apart from the others. */
export type Column<Row, Key extends keyof Row> =
  | readonly [name: string, say: SayOf<Row[Key]>]
  | ((before: Row[Key], now: Row[Key], around: Around) => readonly Difference[]);
export type Columns<Row> = { readonly [Key in keyof Row]?: Column<Row, Key> };

/** Rows of one kind: how a refusal's is read, and which columns somebody could care about. */
export type RowKind<Row extends Versioned> = {
  readonly read: ReadRow<Row>;
  readonly columns: Columns<Row>;
};

/** What differs between a row as it was seen and as it is now, column by column in words. */
export function differences<Row extends Versioned>(
  { columns }: RowKind<Row>,
  before: Row,
  now: Row,
  around: Around,
): Difference[] {
  const keys = Object.keys(columns) as (keyof Row)[];
  const all = keys.flatMap((key) => ofColumn(columns[key], before[key], now[key], around));
  // Two columns may tell of one change in the same words: it is said once.
  const lines = all.map(inOneLine);
  return all.filter((_, at) => lines.indexOf(lines[at] ?? "") === at);
}

function ofColumn<Row, Key extends keyof Row>(
  column: Column<Row, Key> | undefined,
  before: Row[Key],
  now: Row[Key],
  around: Around,
): readonly Difference[] {
  if (column === undefined || JSON.stringify(before) === JSON.stringify(now)) return [];
  if (typeof column === "function") return column(before, now, around);
  const [name, say] = column;
  return [{ name, from: say(before, around) || nothing, to: say(now, around) || nothing }];
}

const nothing = "nothing";

export const asText = (value: string): string => (value === "" ? "" : `“${value}”`);
export const asCount: SayOf<number> = (value) => (value < 0 ? "not known" : value.toLocaleString("en-GB"));
export const asMoment: SayOf<string> = (value, { zone, now }) =>
  value === "" ? "" : moment(value, zone, now);
export const asDay: SayOf<string> = (value, { now }) => (value === "" ? "" : shortDay(value, "UTC", now));
export const asPerson: SayOf<string> = (value, { nameOf }) => (value === "" ? "nobody" : nameOf(value));
export const asPeople: SayOf<readonly string[]> = (value, { nameOf }) =>
  value.length === 0 ? "nobody" : listed(value.map(nameOf));
export const asList: SayOf<readonly string[]> = (value) => listed(value);
export const asYes: SayOf<boolean> = (value) => (value ? "yes" : "no");
export const asWords =
  (words: Readonly<Record<string, string>>): SayOf<string> =>
  (value) =>
    value === "" ? "" : inWords(words, value);

/** Parts of a column that is a table of its own: each that differs, by its own name. */
export const partsOf =
  <Value>(nameOf: (part: string) => string, say: (part: string, value: Value, around: Around) => string) =>
  (
    before: Readonly<Record<string, Value>>,
    now: Readonly<Record<string, Value>>,
    around: Around,
  ): readonly Difference[] => {
    const words = (of: Readonly<Record<string, Value>>, part: string): string =>
      (part in of ? say(part, of[part] as Value, around) : "") || nothing;
    return [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .map((part) => ({ name: nameOf(part), from: words(before, part), to: words(now, part) }))
      .filter(({ from, to }) => from !== to);
  };

/** "the state: Reported, now Near miss". */
export const inOneLine = ({ name, from, to }: Difference): string => `${name}: ${from}, now ${to}`;

/** A refusal with what changed, in one line, where a button was pressed and there is no room for a list. */
export function refusedLine<Row extends Versioned>(
  kind: RowKind<Row>,
  before: Row,
  thrown: unknown,
  around: Around,
): string {
  const says = sentenceFor(thrown);
  if (!(thrown instanceof Problem) || thrown.code !== "changed-meanwhile") return says;
  const now = kind.read(thrown.current);
  const changed = now === undefined ? [] : differences(kind, before, now, around).map(inOneLine);
  return changed.length === 0 ? says : `${says} Changed: ${changed.join("; ")}.`;
}
