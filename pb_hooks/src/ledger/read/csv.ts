import { type CsvValue, csvMark, csvLine as line } from "#domain/base/csv";
import { filterIn } from "#domain/ledger/log-query";
import { now } from "../../base/clock.ts";
import type { Asked } from "./asked.ts";

/** Sends a table as a file, page by page: what it is, as of when, by whom and with what filter stand above it. */
export function sendCsv(
  e: pb.RequestEvent,
  { person, query }: Asked,
  name: string,
  header: readonly string[],
  pages: Iterable<readonly (readonly CsvValue[])[]>,
): void {
  const asOf = now();
  const filter = filterIn(query);
  const headers = e.response.header();
  headers.set("Content-Type", "text/csv; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="chaperone-${name}-${asOf.slice(0, 10)}.csv"`);
  const told = Object.entries(filter).map(([field, value]) => `${field} = ${value}`);
  e.response.write(
    toBytes(
      csvMark +
        line(["As of", asOf]) +
        line(["By", person.name]) +
        line(["Filter", told.join("; ") || "none"]) +
        line(header),
    ),
  );
  for (const rows of pages) e.response.write(toBytes(rows.map(line).join("")));
}
