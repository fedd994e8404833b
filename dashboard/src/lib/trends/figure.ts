import type { Series } from "#lib/charts/bars.ts";

/** A number in a table, and the address of the rows that it counts; 0 has none. */
export type Cell = { readonly text: string; readonly href?: string; readonly title?: string };

/** A line of a table. Its cells are null where nothing was recorded yet. */
export type Line = {
  readonly name: string;
  /** Second line. */
  readonly note: string;
  readonly cells: readonly Cell[] | null;
};

/** What is shown of one thing that is counted: a sentence, a chart, a table. */
export type Figure = {
  readonly says: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly heads: readonly string[];
  /** Newest first. */
  readonly lines: readonly Line[];
  /** Over all weeks that were recorded. */
  readonly total: readonly Cell[];
};

/** A count that opens its rows. */
export const countCell = (count: number, href: string): Cell =>
  count === 0 ? { text: "0" } : { text: count.toLocaleString("en-GB"), href };

/** "87%": never 100 while something is missing, nor 0 while something is there. */
export function share(part: number, of: number): string {
  if (of === 0) return "–";
  if (part === of) return "100%";
  return `${part === 0 ? 0 : Math.min(99, Math.max(1, Math.round((part / of) * 100)))}%`;
}
