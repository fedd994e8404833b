import { longDate, longMoment } from "#domain/base/local-words";
import { auditCells, auditColumns } from "#domain/registers/audits/csv";
import type { AuditFilters } from "#domain/registers/audits/question";
import type { Paper } from "#lib/export/paper.ts";
import { cellsTable } from "#lib/export/papers/list-table.ts";
import { offsetIn } from "#lib/format/offset-at.ts";
import { allPages } from "#lib/registers/all-pages.ts";
import { savePaper } from "#lib/registers/save-paper.ts";
import { type Audit, readAudits } from "./api.ts";

interface Around {
  readonly clinic: string;
  readonly asOf: string;
  readonly today: string;
  readonly zone: string;
  /** How the programme stands, in a sentence. */
  readonly says: string;
  readonly nameOf: (id: string) => string;
}

/** The audits that the filters show, as one paper. */
export function programmePaper(audits: readonly Audit[], around: Around): Paper {
  const { clinic, asOf, today, zone, says, nameOf } = around;
  const rows = audits.map((one) => auditCells(one, nameOf(one.owner), today));
  return {
    title: `Audit programme as of ${longDate(today)}`,
    subject: "Audit programme",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [`${clinic} \u00b7 Audit programme`, `As of ${longMoment(asOf, offsetIn(zone))}`],
    blocks: [
      { is: "paragraph", text: clinic, look: "strong" },
      { is: "paragraph", text: says },
      ...cellsTable(auditColumns, rows, 2, "No audit fits what was asked for."),
    ],
  };
}

/** The same as a PDF into the browser's downloads, of all pages; the server keeps it as an export. */
export async function saveProgramme(filters: AuditFilters, around: Around): Promise<void> {
  const audits = await allPages((after) => readAudits(filters, after, "paper"));
  await savePaper(programmePaper(audits, around), `audits-${around.today}`);
}
