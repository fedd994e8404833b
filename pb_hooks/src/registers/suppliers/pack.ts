import { csvOf } from "#domain/base/csv";
import { fileColumns } from "#domain/registers/files/kept-file";
import type { SupplierCheck } from "#domain/registers/suppliers/check";
import { checkCells, checkColumns, supplierCells, supplierColumns } from "#domain/registers/suppliers/csv";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { namesIn } from "../../people/names.ts";
import { fileLines } from "../files/in-pack.ts";
import type { Packing, PackPart } from "../register.ts";
import { suppliersWhere } from "./rows.ts";

/** All partners and suppliers as they are, those that ended among them, and the checks up to the end of the period. */
export function suppliersInPack({ tx, to, asOf }: Packing): PackPart {
  const today = clinicTime(tx).date(Date.parse(asOf));
  const names = namesIn(tx);
  const nameOf = (id: string) => names([id])[0] ?? "";
  const suppliers = suppliersWhere(tx, "TRUE", {}, 100_000);
  const called = new Map(suppliers.map(({ id, name }) => [id, name]));
  const checks = checksUpTo(tx, to);
  const files = fileLines(tx, "supplier_files", called, nameOf);
  return {
    folders: [
      {
        name: "suppliers/",
        holds:
          "suppliers.csv: partners and suppliers as they are now; checks.csv: each check of them; files.csv: contracts and certificates that were brought, by their hash",
      },
    ],
    files: [
      {
        path: "suppliers/suppliers.csv",
        text: csvOf([
          supplierColumns,
          ...suppliers.map((one) => supplierCells(one, nameOf(one.holder), today)),
        ]),
      },
      {
        path: "suppliers/checks.csv",
        text: csvOf([
          checkColumns,
          ...checks.map((one) => checkCells(one, called.get(one.supplier) ?? "", nameOf(one.by))),
        ]),
      },
      { path: "suppliers/files.csv", text: csvOf([fileColumns, ...files]) },
    ],
    rows: suppliers.length + checks.length + files.length,
  };
}

/** @param to - Civil date, within. */
function checksUpTo(app: pb.App, to: string): SupplierCheck[] {
  type Stored = Omit<SupplierCheck, "answers"> & { readonly answers: string };
  const columns = ["id", "supplier", "checkedOn", "answers", "note", "nextCheck", "by", "at"] as const;
  const sql = `SELECT id, supplier, checkedOn, answers, note, nextCheck, "by", "at" FROM supplier_checks
    WHERE checkedOn <= {:to} ORDER BY checkedOn, id`;
  return objectsOf<Stored>(app, columns, sql, { to }).map((one) => ({
    ...one,
    answers: JSON.parse(one.answers),
    at: iso(one.at),
  }));
}
