import type { OffsetAt } from "#domain/base/local-time";
import { longMoment } from "#domain/base/local-words";
import { file } from "#lib/api/client.ts";
import type { ListQuery } from "#lib/api/list.ts";
import type { Paper } from "#lib/export/paper.ts";
import { cellsTable } from "#lib/export/papers/list-table.ts";
import { tableOf } from "#lib/imports/csv.ts";
import { savePaper } from "./save-paper.ts";

/** Rows that are read of a list for its paper, which prints the first thousand of them. */
const mostRows = 100_000;

interface Around {
  readonly title: string;
  /** The page’s own sentence on how things stand. */
  readonly says: string;
  readonly clinic: string;
  readonly nowMs: number;
  readonly offsetAt: OffsetAt;
}

/** What a list’s CSV holds, as a paper: the same rows and columns, so that neither says more than the other. */
export function listPaper(csv: string, { title, says, clinic, nowMs, offsetAt }: Around): Paper {
  const { head, rows } = tableOf(csv, mostRows);
  const cells = rows.map((row) => row.cells);
  return {
    ...{ title, subject: title, author: clinic, madeAtMs: nowMs },
    foot: [`${clinic} \u00b7 ${title}`, `As of ${longMoment(new Date(nowMs).toISOString(), offsetAt)}`],
    blocks: [
      { is: "paragraph", text: clinic, look: "strong" },
      { is: "paragraph", text: says },
      ...cellsTable(head, cells, 2, "Nothing stands in it."),
      { is: "paragraph", look: "muted", text: "From the clinic’s register, as it was entered there." },
    ],
  };
}

/** All that the filters leave of a list, as a PDF in the browser’s downloads; the export is recorded as that of its CSV. */
export async function saveListPdf(of: string, query: ListQuery, name: string, around: Around): Promise<void> {
  const csv = await (await file("list", { ...query, of, format: "csv" })).text();
  await savePaper(listPaper(csv, around), name);
}
