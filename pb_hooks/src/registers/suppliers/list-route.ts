import type * as z from "zod/mini";
import { csvMark, csvLine as line } from "#domain/base/csv";
import { supplierCells, supplierColumns } from "#domain/registers/suppliers/csv";
import {
  type SupplierFilters,
  supplierFilters,
  supplierPage,
  type suppliersAnswer,
} from "#domain/registers/suppliers/question";
import { type Caller, caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { append } from "../../ledger/chain/append.ts";
import { namesIn } from "../../people/names.ts";
import { exported, sendFile } from "../incidents/versions/send-file.ts";
import { pageOfSuppliers, preparedEntries, supplierCounts } from "./rows.ts";

/** `GET /suppliers?kind&place&state&after&format`: one page of the list, or all of what it shows as a CSV. */
export function list(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const query = e.requestInfo().query;
  const filters = supplierFilters((name) => query[name]);
  if (query.format === "csv") {
    sendList(e, person, filters);
    return;
  }
  if (query.format !== undefined) refuse("format", "invalid_value", "The list is JSON, or a CSV.");
  const today = clinicTime(e.app).date(nowMs());
  const answer: z.infer<typeof suppliersAnswer> = {
    ...pageOfSuppliers(e.app, filters, query.after ?? "", supplierPage, today),
    counts: supplierCounts(e.app, today),
    prepared: preparedEntries(e.app),
    today,
  };
  e.json(200, answer);
}

/** Rows that one question to the database brings. */
const batch = 500;

function sendList(e: pb.RequestEvent, person: Caller, filters: SupplierFilters): void {
  const asOf = now();
  const today = clinicTime(e.app).date(Date.parse(asOf));
  const nameOf = namesIn(e.app);
  append(e.app, [{ kind: "suppliers.act", user: person.id, detail: exported("list") }]);
  const told = Object.entries(filters).flatMap(([name, value]) =>
    value === "" ? [] : [`${name} = ${value}`],
  );
  let text =
    csvMark +
    line(["As of", asOf]) +
    line(["By", person.name]) +
    line(["Filter", told.join("; ") || "none"]) +
    line(supplierColumns);
  let after: string | null = "";
  while (after !== null) {
    const { rows, next } = pageOfSuppliers(e.app, filters, after, batch, today);
    text += rows.map((row) => line(supplierCells(row, nameOf([row.holder])[0] ?? "", today))).join("");
    after = next;
  }
  sendFile(e, `suppliers-${asOf.slice(0, 10)}.csv`, "text/csv", text);
}
