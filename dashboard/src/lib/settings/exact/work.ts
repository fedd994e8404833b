import { csvLines, type Separator, separatorIn } from "#domain/base/csv-lines";
import { type Token, tableOf } from "#domain/exact/table";
import { textOfFile } from "../../imports/text-of-file.ts";
import { type How, type Looked, Preparing, type Row, rowsAtMost, Tokens } from "./prepare.ts";

/** Bytes of a file that is opened at all. */
export const largest = 100_000_000;
/** Bytes in which the first line is looked for. */
const headLength = 65_536;
/** Rows after which it is told how far it is, and others get their turn. */
const stride = 2_000;

/** A file that can't be taken, with the reason as a sentence. */
export class NoList extends Error {
  override readonly name = "NoList";
}

/** The names of a file's columns, by its first line. */
export async function headOf(file: Blob): Promise<readonly string[]> {
  if (file.size === 0) throw new NoList("This file is empty: 0 bytes.");
  if (file.size > largest) throw new NoList("This file is larger than 100 MB.");
  const start = new Uint8Array(await file.slice(0, headLength).arrayBuffer());
  // No further than its last whole line: half a letter at the end would make it another encoding's.
  const end = file.size > headLength ? start.lastIndexOf(0x0a) : -1;
  const { text } = textOfFile(end > 0 ? start.subarray(0, end) : start);
  if (text.startsWith("PK\u0003\u0004"))
    throw new NoList("This is a workbook: save the sheet as CSV, and choose that.");
  for (const { cells } of linesOf(text)) {
    if (cells.length < 2) throw new NoList("The first line of this file does not name its columns.");
    return cells.map((cell) => cell.trim());
  }
  throw new NoList("This file has no line.");
}

/** Looks through a file without making anything. */
export async function lookAt(file: Blob, how: How, tell: (share: number) => void): Promise<Looked> {
  const preparing = await prepared(file, how, () => undefined, tell);
  return preparing.looked;
}

/** Makes the tokens of a file under a key that this very list has. */
export async function makeOf(
  file: Blob,
  how: How,
  key: Uint8Array,
  token: Token,
  tell: (share: number) => void,
): Promise<{ readonly looked: Looked; readonly table: Uint8Array<ArrayBuffer> }> {
  const tokens = new Tokens();
  const preparing = await prepared(file, how, (texts) => tokens.add(texts, token), tell);
  return { looked: preparing.looked, table: tableOf(key, tokens.all) };
}

async function prepared(
  file: Blob,
  how: How,
  take: (texts: readonly string[]) => void,
  tell: (share: number) => void,
): Promise<Preparing> {
  const { text } = textOfFile(new Uint8Array(await file.arrayBuffer()));
  const preparing = new Preparing(how);
  for (const row of rowsOf(text)) preparing.countAddress(row);
  let done = 0;
  for (const row of rowsOf(text)) {
    take(preparing.take(row));
    if (++done > rowsAtMost)
      throw new NoList(`This file has more than ${rowsAtMost.toLocaleString("en-GB")} rows.`);
    if (done % stride === 0) tell(Math.min(1, row.end / text.length));
  }
  if (done === 0) throw new NoList("This file has a first line with names and no row below it.");
  return preparing;
}

/** Every row but the first, which names the columns. */
function* rowsOf(text: string): Generator<Row & { readonly end: number }> {
  let isHead = true;
  for (const line of linesOf(text)) {
    if (!isHead) yield line;
    isHead = false;
  }
}

/** A first line by which a spreadsheet says what parts the cells: no row, and no name of a column. */
const hint = /^\ufeff?"?sep=([,;\t])"?\r?\n/i;

function* linesOf(text: string) {
  const said = hint.exec(text);
  // A blank line in its place: the others keep their numbers.
  const rows = said ? `\n${text.slice(said[0].length)}` : text;
  try {
    yield* csvLines(rows, (said?.[1] as Separator | undefined) ?? separatorIn(rows));
  } catch (thrown) {
    // Its message names a line, and no cell.
    throw thrown instanceof SyntaxError ? new NoList(thrown.message) : thrown;
  }
}
