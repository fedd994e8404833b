import { policy } from "#domain/policy";
import { NoTable, type Table, tableOf } from "./csv.ts";
import { type Encoding, textOfFile } from "./text-of-file.ts";

/** Bytes of a list that is opened at all: a million rows have some fifty million. */
const largest = 100_000_000;

/** A file as a table, with how it was read. Nothing of it leaves the browser here. */
export type FileTable = Table & { readonly encoding: Encoding };

/** @throws {NoTable} Where it is none that can be taken, with the reason as a sentence. */
export async function tableOfFile(file: Blob): Promise<FileTable> {
  if (file.size === 0) throw new NoTable("This file is empty: 0 bytes.");
  if (file.size > largest) throw new NoTable("This file is larger than 100 MB: part it.");
  const { text, encoding } = textOfFile(new Uint8Array(await file.arrayBuffer()));
  if (text.startsWith("PK\u0003\u0004"))
    throw new NoTable("This is a workbook: save the sheet as CSV, and bring that.");
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw new NoTable("This is a web page and no table.");
  return { ...tableOf(text, policy.importedRows.amount), encoding };
}
