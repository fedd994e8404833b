/** What parts the cells of a line. */
export type Separator = "," | ";" | "\t";

/** A table as a file holds it. */
export type Table = {
  readonly separator: Separator;
  readonly head: readonly string[];
  readonly rows: readonly Line[];
};
/** A row, and the line of the file on which it begins, from 1. */
export type Line = { readonly line: number; readonly cells: readonly string[] };

/** Why a file is no table that can be taken, as a sentence. */
export class NoTable extends Error {
  override readonly name = "NoTable";
}

/** The one that stands most often in the first line, outside of quotes. */
export function separatorOf(text: string): Separator {
  const [first = ""] = text.replace(/"[^"]*"/g, "").split(/\r\n|\r|\n/, 1);
  const count = (sign: string): number => first.split(sign).length - 1;
  const [best = ","] = ([";", "\t", ","] as const).toSorted((one, other) => count(other) - count(one));
  return count(best) === 0 ? "," : best;
}

/**
 * A CSV (RFC 4180, and what spreadsheets make of it): quotes, line ends within them, blank lines left out.
 *
 * @param most - Rows that are taken; reading ends with one more.
 * @throws {NoTable}
 */
export function tableOf(text: string, most: number): Table {
  const separator = separatorOf(text);
  const lines: Line[] = [];
  for (const line of linesOf(text, separator)) {
    if (line.cells.every((cell) => cell.trim() === "")) continue;
    if (lines.length > most)
      throw new NoTable(
        `This file has more than ${most.toLocaleString("en-GB")} rows, which is the most that go in at once. Part it, and bring the parts in one after the other.`,
      );
    lines.push(line);
  }
  const [head, ...rows] = lines;
  if (!head) throw new NoTable("This file is empty.");
  if (rows.length === 0) throw new NoTable("This file has a first line with names and no row below it.");
  return { separator, head: head.cells.map((cell) => cell.trim()), rows };
}

/** Each line as its cells, one after the other, so that a file of millions is left after the first too many. */
function* linesOf(text: string, separator: Separator): Generator<Line> {
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (quoted) {
      if (sign === "\n") line += 1;
      if (sign !== '"') cell += sign;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text.charAt(i + 1) === "\n") i += 1;
      yield { line: begun, cells: [...cells, cell] };
      [cells, cell, line] = [[], "", line + 1];
      begun = line;
    } else cell += sign;
  }
  if (quoted) throw new NoTable(`The quotes that begin on line ${begun} have no end.`);
  if (cell !== "" || cells.length > 0) yield { line: begun, cells: [...cells, cell] };
}
