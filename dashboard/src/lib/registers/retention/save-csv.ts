import { csvOf } from "#domain/base/csv";
import { saveAs } from "#lib/api/client.ts";
import { mediaTypes } from "#lib/export/files-of.ts";
import { type RetentionFilters, type RetentionRow, readRetention } from "./api.ts";
import { classWords, standingOf } from "./words.ts";

/** All that the filters show, page by page, as a CSV into the browser's downloads; the server writes down that it was taken. */
export async function saveRetention(filters: RetentionFilters): Promise<void> {
  const rows: RetentionRow[] = [];
  let today = "";
  let after: string | null = "";
  while (after !== null) {
    const more: object = after === "" ? { size: 1_000, csv: 1 } : { size: 1_000 };
    const page = await readRetention(filters, after, more);
    today = page.today;
    rows.push(...page.rows);
    after = page.next;
  }
  const head = ["System", "Record", "Class", "Due from", "State", "Held for", "Certificate", "Destroyed on"];
  const cells = rows.map((row) => [
    row.system,
    row.recordRef,
    classWords(row.rowClass),
    row.starts,
    standingOf(row, today).words,
    row.holdReference,
    row.number > 0 ? `DES-${row.number}` : "",
    row.doneOn,
  ]);
  const text = csvOf([head, ...cells]);
  saveAs(new Blob([text], { type: mediaTypes.csv }), `retention-${filters.show}-${today}.csv`);
}
