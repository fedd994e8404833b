/** What parts the cells of a line. */
export type Separator = "," | ";" | "\t";

/** A row of a file, the line on which it begins, from 1, and how far it was read, in characters. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly end: number;
}

/** The one that stands most often in the first line, outside of quotes. */
export function separatorIn(text: string): Separator {
  const end = text.search(/[\r\n]/);
  const first = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, "");
  const count = (sign: string): number => first.split(sign).length - 1;
  const [best = ","] = ([",", ";", "\t"] as const).toSorted((one, other) => count(other) - count(one));
  return best;
}

/**
 * The rows of a CSV (RFC 4180), blank lines left out, one after the other: a file of hundreds of thousands is read piece by
 * piece, and left when it is enough. A line without quotes, as nearly all are, is split at once.
 *
 * @throws {SyntaxError} Where quotes have no end; its message names the line.
 */
export function* csvLines(text: string, separator: Separator): Generator<CsvLine> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begun = line;
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const plain = text.slice(at, text[end - 1] === "\r" ? end - 1 : end);
    let cells: string[];
    if (plain.includes('"')) {
      const read = quotedLine(text, at, separator, begun);
      cells = read.cells;
      line += read.lines;
      at = read.end;
    } else {
      cells = plain.split(separator);
      at = end + 1;
      line += 1;
    }
    if (cells.some((cell) => cell.trim() !== "")) yield { line: begun, cells, end: at };
  }
}

/** A row in which something is quoted, which may go over several lines. */
function quotedLine(text: string, start: number, separator: Separator, begun: number) {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  let lines = 1;
  let at = start;
  for (; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign === "\n") lines += 1;
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") break;
    else if (sign !== "\r") cell += sign;
  }
  if (quoted) throw new SyntaxError(`The quotes that begin on line ${begun} have no end.`);
  return { cells: [...cells, cell], lines, end: at + 1 };
}
