import type * as z from "zod/mini";
import { supplierCells, supplierColumns } from "#domain/registers/suppliers/csv";
import {
  type SupplierFilters,
  supplierFilters,
  supplierPage,
  type suppliersAnswer,
} from "#domain/registers/suppliers/question";
import { type Caller, caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { namesIn } from "../../people/names.ts";
import { requireOn } from "../in-use.ts";
import { everyPage } from "../listing/every-page.ts";
import { sendCsv } from "../listing/send-csv.ts";
import { takePaper } from "../listing/take-paper.ts";
import { pageOfSuppliers, preparedEntries, supplierCounts } from "./rows.ts";

/** `GET /suppliers?kind&place&state&after&format`: one page of the list, all of what it shows as a CSV, or for a paper. */
export function list(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  requireOn(e.app, "suppliers");
  const query = e.requestInfo().query;
  const filters = supplierFilters((name) => query[name]);
  if (query.format === "csv") {
    sendList(e, person, filters);
    return;
  }
  const isPaper = query.format === "paper";
  if (query.format !== undefined && !isPaper)
    refuse("format", "invalid_value", "The list is JSON, a CSV, or what a paper is made of.");
  if (isPaper && !query.after) takePaper(e.app, person, "suppliers");
  const today = clinicTime(e.app).date(nowMs());
  const answer: z.infer<typeof suppliersAnswer> = {
    ...pageOfSuppliers(e.app, filters, query.after ?? "", supplierPage, today),
    counts: supplierCounts(e.app, today),
    prepared: preparedEntries(e.app),
    today,
  };
  e.json(200, answer);
}

function sendList(e: pb.RequestEvent, person: Caller, filters: SupplierFilters): void {
  const today = clinicTime(e.app).date(nowMs());
  const nameOf = namesIn(e.app);
  function* lines() {
    for (const rows of everyPage((after, limit) => pageOfSuppliers(e.app, filters, after, limit, today)))
      yield rows.map((row) => supplierCells(row, nameOf([row.holder])[0] ?? "", today));
  }
  sendCsv(e, person, {
    collection: "suppliers",
    name: "suppliers",
    filters: { ...filters },
    headings: supplierColumns,
    pages: lines(),
  });
}
