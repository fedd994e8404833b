import { Zip, ZipDeflate } from "fflate";
import { type CsvValue, csvLine, csvMark } from "#domain/base/csv";
import { type OwnHead, type OwnLine, type OwnRowLine, ownLine } from "#domain/work/own-record/own-record";
import { noonOf } from "#lib/export/steady-zip.ts";
import { type OwnPart, ownPage, rowsOnPage } from "./own-page.ts";

/** A part as a first reading finds it. */
interface Found {
  readonly columns: Set<string>;
  readonly rows: OwnRowLine[];
  all: number;
}

/**
 * A person's own record as an archive: a page to read, a table a part, and the lines as they came. The lines are read twice,
 * so that however many there are, no more than a page of them is held at once.
 *
 * @throws {Error} Where a line is none, or the end was cut off: half a record must not be taken for all of it.
 */
export async function ownZip(lines: Blob): Promise<Blob> {
  const { head, parts } = await lookedThrough(lines);
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, some) => {
    if (error) failed = error;
    else bytes.push(some as Uint8Array<ArrayBuffer>);
  });
  const mtime = noonOf(Date.parse(head.asOf));
  const begin = (name: string): ZipDeflate => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    return entry;
  };
  const whole = (name: string, text: string) => begin(name).push(encoder.encode(text), true);
  const told = [...parts].map(([part, { rows, all }]): OwnPart => ({ part, rows, all }));
  whole("about-me.html", ownPage(head, told));
  await writeTables(lines, parts, begin);
  const raw = begin("about-me.jsonl");
  for await (const some of piecesOf(lines)) raw.push(some);
  raw.push(new Uint8Array(), true);
  zip.end();
  if (failed) throw failed;
  return new Blob(bytes, { type: "application/zip" });
}

const encoder = new TextEncoder();

async function lookedThrough(lines: Blob): Promise<{ head: OwnHead; parts: Map<string, Found> }> {
  let head: OwnHead | undefined;
  let end: number | undefined;
  let rows = 0;
  const parts = new Map<string, Found>();
  for await (const line of linesOf(lines)) {
    if (line.is === "head") head = line;
    else if (line.is === "end") end = line.rows;
    else {
      rows += 1;
      const found = parts.get(line.part) ?? { columns: new Set<string>(), rows: [], all: 0 };
      for (const column of Object.keys(line.values)) found.columns.add(column);
      if (found.rows.length < rowsOnPage) found.rows.push(line);
      found.all += 1;
      parts.set(line.part, found);
    }
  }
  if (head === undefined || end !== rows) throw new Error("the record was cut off");
  return { head, parts };
}

/** Rows of a part follow each other, so that one table is written at a time. */
async function writeTables(
  lines: Blob,
  parts: ReadonlyMap<string, Found>,
  begin: (name: string) => ZipDeflate,
): Promise<void> {
  let open: { part: string; entry: ZipDeflate; columns: readonly string[]; text: string } | undefined;
  const write = (last: boolean): void => {
    open?.entry.push(encoder.encode(open.text), last);
    if (open) open.text = "";
  };
  for await (const line of linesOf(lines)) {
    if (line.is !== "row") continue;
    if (open?.part !== line.part) {
      write(true);
      const columns = [...(parts.get(line.part)?.columns ?? [])];
      open = { part: line.part, entry: begin(`${line.part}.csv`), columns, text: "" };
      open.text = csvMark + csvLine(["row", "names you as", ...columns]);
    }
    const cells: CsvValue[] = [
      line.row,
      line.names.join(", "),
      ...open.columns.map((name) => line.values[name] ?? null),
    ];
    open.text += csvLine(cells);
    if (open.text.length > pieceLength) write(false);
  }
  write(true);
}

/** Characters of a table that are packed at once. */
const pieceLength = 262_144;

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  for (let some = await reader.read(); !some.done; some = await reader.read()) yield some.value;
}

async function* linesOf(blob: Blob): AsyncGenerator<OwnLine> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const some of piecesOf(blob)) {
    const texts = (rest + decoder.decode(some, { stream: true })).split("\n");
    rest = texts.pop() ?? "";
    for (const text of texts) yield ownLine.parse(JSON.parse(text));
  }
  if (rest.trim() !== "") throw new Error("the record was cut off");
}
