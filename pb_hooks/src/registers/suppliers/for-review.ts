import type { Draft } from "#domain/registers/reviews/item";
import { supplierItems } from "#domain/registers/suppliers/for-review";
import type { Reviewing } from "../register.ts";
import { preparedEntries, supplierCounts, suppliersWhere, unfitSql } from "./rows.ts";

/** Named one by one on the agenda, and how many more there are. */
const most = 500;

/** How partners and suppliers stand as of now. */
export const agendaOfSuppliers = ({ app, today }: Reviewing): Draft[] =>
  supplierItems(
    supplierCounts(app, today),
    suppliersWhere(app, unfitSql, { today }, most),
    preparedEntries(app),
    today,
  );
