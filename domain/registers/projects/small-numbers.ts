import { csvLines, type Separator } from "../../base/csv-lines.ts";
import { policy } from "../../policy.ts";

/** Why a figure may tell who somebody is. `unread`: a share or a decimal, from which counts can be worked out. */
export type Mark = "small" | "derived" | "unread";

/** A table of figures as it was looked at. Rows and columns from 0, headings counted. */
export interface Looked {
  readonly cells: readonly (readonly string[])[];
  /** By "row column". */
  readonly marks: Readonly<Record<string, Mark>>;
  readonly counts: Readonly<Record<Mark, number>>;
  /** Figures that stand in it. */
  readonly figures: number;
  /** The smallest of them that is not 0; -1 where there is none. */
  readonly smallest: number;
}

export interface TooMuch {
  readonly tooMuch: string;
}

const total = /^\s*(?:grand\s+|sub)?-?\s*(?:totals?|sum|overall|all)\b/i;
const hidden = /^(?:[*\-–—.xc]{1,3}|\[[a-z]\]|<\s*\d+|n\/a|suppressed|)$/i;
const most = policy.smallestCount.amount - 1;

/** `null`: left out on purpose. `undefined`: words. `NaN`: a figure that is no count. */
function figureIn(cell: string): number | null | undefined {
  const text = cell.trim();
  if (/^\d{1,3}(?:[ ,’]\d{3})+$|^\d+$/.test(text)) return Number(text.replace(/[ ,’]/g, ""));
  if (/^[-+<>≤≥~]?\s*[\d.,]+\s*%?$/.test(text) && !hidden.test(text)) return Number.NaN;
  return hidden.test(text) ? null : undefined;
}

/** The separator of what was pasted: a spreadsheet gives tabs, whatever stands within its cells. */
const separatorOf = (text: string): Separator => {
  const [first = ""] = text.split(/\r?\n/, 1);
  if (first.includes("\t")) return "\t";
  return first.split(";").length > first.split(",").length ? ";" : ",";
};

/**
 * Looks through a table of figures that was pasted or opened, before it leaves as anonymous: counts of people below the
 * smallest, and those that can be worked out from a total by subtraction.
 */
export function lookedThrough(text: string): Looked | TooMuch {
  const rows: string[][] = [];
  try {
    for (const { cells } of csvLines(text, separatorOf(text))) {
      rows.push([...cells]);
      if (rows.length > policy.figureTableRows.amount)
        return { tooMuch: "The table is too long to be looked through." };
    }
  } catch {
    return { tooMuch: "A quotation mark in it has no end: it can’t be read as a table." };
  }
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width > policy.figureTableColumns.amount)
    return { tooMuch: "The table is too wide to be looked through." };
  return marked(rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "")));
}

type Grid = (number | null | undefined)[][];

function marked(cells: string[][]): Looked {
  const heads = headsOf(cells);
  const grid: Grid = cells.map((row, r) =>
    row.map((cell, c) => {
      if (r < heads.rows || heads.columns.has(c)) return undefined;
      const figure = figureIn(cell);
      // Words among figures may say one too: "six", "5 to 9".
      return figure === undefined ? Number.NaN : figure;
    }),
  );
  const marks: Record<string, Mark> = {};
  let figures = 0;
  let smallest = -1;
  for (const [r, row] of grid.entries()) {
    for (const [c, figure] of row.entries()) {
      if (figure === undefined || figure === null) continue;
      figures += 1;
      if (Number.isNaN(figure)) marks[`${r} ${c}`] = "unread";
      else if (figure > 0) {
        if (smallest < 0 || figure < smallest) smallest = figure;
        if (figure <= most) marks[`${r} ${c}`] = "small";
      }
    }
  }
  for (const at of derivedIn(grid, linesOf(cells, grid, heads))) marks[at] ??= "derived";
  const counts = { small: 0, derived: 0, unread: 0 };
  for (const mark of Object.values(marks)) counts[mark] += 1;
  return { cells, marks, counts, figures, smallest };
}

/** What heads the table: years that head columns and ages that head rows are no counts. */
interface Heads {
  readonly rows: number;
  readonly columns: ReadonlySet<number>;
}

function headsOf(cells: readonly (readonly string[])[]): Heads {
  const isFigure = (cell: string): boolean => typeof figureIn(cell) === "number";
  const isWord = (cell: string): boolean => figureIn(cell) === undefined;
  let rows = cells[0]?.some(isWord) ? 1 : 0;
  // A further row of headings has nothing in its corner.
  const heads = (row: readonly string[] = []): boolean => row[0]?.trim() === "" && !row.some(isFigure);
  while (rows > 0 && rows < cells.length && heads(cells[rows])) rows += 1;
  const body = cells.slice(rows);
  const columns = (cells[0] ?? []).flatMap((_, c) => {
    const words = body.filter((row) => isWord(row[c] ?? "")).length;
    const figures = body.filter((row) => isFigure(row[c] ?? "")).length;
    return words > figures || (c === 0 && words > 0) ? [c] : [];
  });
  return { rows, columns: new Set(columns) };
}

/** Cells that add up to a total: places as "row column". */
interface Line {
  readonly parts: readonly string[];
  readonly total: string;
}

/** Rows and columns with a total: by its heading, or because it is the sum of the others wherever all are known. */
function linesOf(cells: readonly (readonly string[])[], grid: Grid, heads: Heads): Line[] {
  const [first = []] = grid;
  const down = span(heads.rows, grid.length);
  const along = span(0, first.length).filter((c) => !heads.columns.has(c));
  const at = (r: number, c: number): number | null | undefined => grid[r]?.[c];
  const isTotal = (cell: string | undefined): boolean => total.test(cell ?? "");
  const columns = totalsOf(
    along,
    (c) => span(0, heads.rows).some((r) => isTotal(cells[r]?.[c])),
    down,
    (c, r) => at(r, c),
  );
  const rows = totalsOf(down, (r) => [...heads.columns].some((c) => isTotal(cells[r]?.[c])), along, at);
  return [
    ...groupsOf(along, columns).flatMap(({ of, sum }) =>
      down.map((r) => ({ parts: of.map((c) => `${r} ${c}`), total: `${r} ${sum}` })),
    ),
    ...groupsOf(down, rows).flatMap(({ of, sum }) =>
      along.map((c) => ({ parts: of.map((r) => `${r} ${c}`), total: `${sum} ${c}` })),
    ),
  ];
}

const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Which of these rows (or columns) hold totals. */
function totalsOf(
  of: readonly number[],
  named: (one: number) => boolean,
  across: readonly number[],
  at: (one: number, other: number) => number | null | undefined,
): ReadonlySet<number> {
  const found = new Set(of.filter(named));
  if (found.size > 0 || of.length < 3) return found;
  for (const one of [of[0], of.at(-1)]) {
    if (one === undefined) continue;
    const others = of.filter((other) => other !== one);
    const whole = across.filter((other) => [one, ...others].every((each) => isCount(at(each, other))));
    const adds = (other: number): boolean =>
      others.reduce((sum, each) => sum + Number(at(each, other)), 0) === at(one, other);
    if (whole.length >= 2 && whole.every(adds) && whole.some((other) => at(one, other) !== 0)) found.add(one);
  }
  return found;
}

const isCount = (figure: number | null | undefined): figure is number =>
  typeof figure === "number" && !Number.isNaN(figure);

/** What each total sums: what stands between it and the one before; a last one after others sums all that is no total. */
function groupsOf(of: readonly number[], totals: ReadonlySet<number>): { of: number[]; sum: number }[] {
  const parts = of.filter((one) => !totals.has(one));
  const sorted = [...totals].sort((one, other) => one - other);
  const groups = sorted.map((sum, i) => {
    const between = parts.filter((part) => part < sum && part > (sorted[i - 1] ?? -1));
    return { sum, of: between.length > 0 ? between : parts };
  });
  const last = sorted.at(-1);
  if (sorted.length > 1 && last !== undefined) {
    groups.push({ sum: last, of: parts });
    groups.push({ sum: last, of: sorted.slice(0, -1) });
  }
  return groups;
}

/**
 * Places that can be worked out: where a total is known and what was left out of its line comes, together, to a small
 * count; what is alone in its line is known by that and helps to work out others.
 */
function derivedIn(grid: Grid, lines: readonly Line[]): Set<string> {
  const known = new Map<string, number>();
  const left = new Set<string>();
  for (const [r, row] of grid.entries())
    for (const [c, figure] of row.entries()) {
      if (isCount(figure)) known.set(`${r} ${c}`, figure);
      else if (figure === null) left.add(`${r} ${c}`);
    }
  const found = new Set<string>();
  // Each round makes a place known, or is the last one.
  for (let round = 0; round <= left.size; round += 1) {
    let more = false;
    for (const line of lines) {
      const open = [...line.parts, line.total].filter((at) => !known.has(at));
      if (open.length === 0 || !open.every((at) => left.has(at))) continue;
      const sum = line.parts.reduce((all, at) => all + (known.get(at) ?? 0), 0);
      const whole = known.get(line.total);
      const rest = whole === undefined ? sum : whole - sum;
      if (whole === undefined && open.length > 1) continue;
      if (rest > 0 && rest <= most) for (const at of open) found.add(at);
      const [only] = open;
      if (open.length === 1 && only !== undefined && rest >= 0) {
        known.set(only, rest);
        more = true;
      }
    }
    if (!more) break;
  }
  return found;
}
