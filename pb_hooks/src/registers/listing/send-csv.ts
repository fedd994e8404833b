import { type CsvValue, csvLine, csvMark } from "#domain/base/csv";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { append } from "../../ledger/chain/append.ts";
import { exported } from "../incidents/versions/send-file.ts";

/** A list as a file: what it is called, which filters left it, and its lines. */
export interface CsvList {
  /** Collection under which the export is an event. */
  readonly collection: string;
  readonly name: string;
  /** By name; '' was not asked for. */
  readonly filters: Readonly<Record<string, string>>;
  readonly headings: readonly string[];
  /** All pages of lines, one after the other. */
  readonly pages: Iterable<CsvValue[][]>;
}

/** Answers with all of a list as a CSV, and writes down that it was taken. */
export function sendCsv(e: pb.RequestEvent, person: Caller, list: CsvList): void {
  const asOf = now();
  append(e.app, [{ kind: `${list.collection}.act`, user: person.id, detail: exported("list") }]);
  const told = Object.entries(list.filters).flatMap(([name, value]) =>
    value === "" ? [] : [`${name} = ${value}`],
  );
  const headers = e.response.header();
  headers.set("Content-Type", "text/csv; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="${list.name}-${asOf.slice(0, 10)}.csv"`);
  const about = [
    ["As of", asOf],
    ["By", person.name],
    ["Filter", told.join("; ") || "none"],
  ];
  e.response.write(toBytes(csvMark + [...about, list.headings].map(csvLine).join("")));
  for (const rows of list.pages) e.response.write(toBytes(rows.map(csvLine).join("")));
}
