import { longDate, longMoment } from "#domain/base/local-words";
import { supplierCells, supplierColumns } from "#domain/registers/suppliers/csv";
import type { SupplierFilters } from "#domain/registers/suppliers/question";
import type { Paper } from "#lib/export/paper.ts";
import { cellsTable } from "#lib/export/papers/list-table.ts";
import { offsetIn } from "#lib/format/offset-at.ts";
import { allPages } from "#lib/registers/all-pages.ts";
import { savePaper } from "#lib/registers/save-paper.ts";
import { readSuppliers, type Supplier } from "./api.ts";

interface Around {
  readonly clinic: string;
  readonly asOf: string;
  readonly today: string;
  readonly zone: string;
  /** How all of them stand, in a sentence. */
  readonly says: string;
  readonly nameOf: (id: string) => string;
}

/** The suppliers that the filters show, as one paper: who has which data, by which terms, where, and when it was checked. */
export function suppliersPaper(suppliers: readonly Supplier[], around: Around): Paper {
  const { clinic, asOf, today, zone, says, nameOf } = around;
  const rows = suppliers.map((one) => supplierCells(one, nameOf(one.holder), today));
  return {
    title: `Partners and suppliers as of ${longDate(today)}`,
    subject: "Partners and suppliers",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [`${clinic} \u00b7 Partners and suppliers`, `As of ${longMoment(asOf, offsetIn(zone))}`],
    blocks: [
      { is: "paragraph", text: clinic, look: "strong" },
      { is: "paragraph", text: says },
      ...cellsTable(supplierColumns, rows, 1, "No supplier fits what was asked for."),
    ],
  };
}

/** The same as a PDF into the browser's downloads, of all pages; the server keeps it as an export. */
export async function saveSuppliers(filters: SupplierFilters, around: Around): Promise<void> {
  const suppliers = await allPages((after) => readSuppliers(filters, after, "paper"));
  await savePaper(suppliersPaper(suppliers, around), `suppliers-${around.today}`);
}
