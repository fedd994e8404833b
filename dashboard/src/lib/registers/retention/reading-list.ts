import { csvLines, type Separator, separatorIn } from "#domain/base/csv-lines";
import { policy } from "#domain/policy";
import { type ColumnPlaces, placesIn } from "#domain/registers/retention/columns";
import { type Computed, Computing, type ListAsked } from "#domain/registers/retention/compute";
import { DaysRead, type DaysSeen } from "#domain/registers/retention/days";
import { textOfFile } from "#lib/imports/text-of-file.ts";

/** A list as a file holds it. Nothing of it leaves the browser before it is computed. */
export type ListFile = {
  readonly text: string;
  readonly encoding: string;
  readonly separator: Separator;
  readonly head: readonly string[];
  /** Rows below the head. */
  readonly rows: number;
  readonly places: ColumnPlaces;
};

/** Why a file is no list that can be taken, as a sentence. */
export class NoList extends Error {
  override readonly name = "NoList";
}

/** Bytes of a list that is opened at all: a million rows have some fifty million. */
const largest = 200_000_000;
/** Rows between two pauses in which the page can draw. */
const slice = 4_000;

/** Hears how far it is, from 0 to 1. */
export type Progress = (share: number) => void;

const pause = (): Promise<void> => new Promise((go) => setTimeout(go));

/** @throws {NoList} */
export async function openList(file: Blob, progress: Progress): Promise<ListFile> {
  if (file.size === 0) throw new NoList("This file is empty: 0 bytes.");
  if (file.size > largest)
    throw new NoList("This file is larger than 200 MB: have the clinical system part it.");
  const { text, encoding } = textOfFile(new Uint8Array(await file.arrayBuffer()));
  if (text.startsWith("PK\u0003\u0004"))
    throw new NoList("This is a workbook: save the sheet as CSV, and bring that.");
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw new NoList("This is a web page, and no list.");
  const separator = separatorIn(text);
  const [head, rows] = await counted(text, separator, progress);
  if (head.length === 0) throw new NoList("This file is empty.");
  if (rows === 0) throw new NoList("This file has a first line with headings, and no record below it.");
  const most = policy.retentionRowsAtOnce.amount;
  if (rows > most)
    throw new NoList(
      `This file has ${rows.toLocaleString("en-GB")} records; ${most.toLocaleString("en-GB")} go in at once. Nothing was taken in: have the clinical system part it.`,
    );
  return { text, encoding, separator, head, rows, places: placesIn(head) };
}

async function counted(
  text: string,
  separator: Separator,
  progress: Progress,
): Promise<[readonly string[], number]> {
  let head: readonly string[] = [];
  let rows = -1;
  for await (const { cells, end } of sliced(text, separator)) {
    if (rows < 0) head = cells;
    rows += 1;
    if (rows % slice === 0) progress(end / text.length);
  }
  return [head, Math.max(0, rows)];
}

/** The rows of a text, with a pause after each few thousand. */
async function* sliced(text: string, separator: Separator) {
  let n = 0;
  try {
    for (const line of csvLines(text, separator)) {
      yield line;
      n += 1;
      if (n % slice === 0) await pause();
    }
  } catch (thrown) {
    throw thrown instanceof SyntaxError ? new NoList(thrown.message) : thrown;
  }
}

/** How the days of a list read, in the columns that hold days. */
export async function daysIn({ text, separator }: ListFile, places: ColumnPlaces): Promise<DaysSeen> {
  const read = new DaysRead();
  const columns = [places.lastSeen, places.lastEntry, places.born, places.died].filter((place) => place >= 0);
  let first = true;
  for await (const { cells } of sliced(text, separator)) {
    if (!first) for (const place of columns) read.look(cells[place] ?? "");
    first = false;
  }
  return read.seen;
}

/** Computes a list in slices, and says how far it is. */
export async function computeList(
  { text, separator }: ListFile,
  asked: ListAsked,
  progress: Progress,
): Promise<Computed> {
  const computing = new Computing(asked);
  let n = -1;
  for await (const { cells, line, end } of sliced(text, separator)) {
    if (n >= 0) computing.take(cells, line);
    n += 1;
    if (n % slice === 0) progress(end / text.length);
  }
  return computing.result;
}
