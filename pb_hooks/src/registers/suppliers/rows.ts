import {
  type ListState,
  type Prepared,
  preparedData,
  preparedKinds,
  type SupplierCounts,
  type SupplierFilters,
  supplierCursor,
} from "#domain/registers/suppliers/question";
import { type Supplier, supplierRow } from "#domain/registers/suppliers/supplier";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { clinicOf } from "../../clinic/clinic.ts";

const columns = Object.keys(supplierRow.shape) as (keyof Supplier)[];
const select = `SELECT ${columns.join(", ")} FROM suppliers`;

type Stored = Omit<Supplier, "terms"> & { readonly terms: string };

/** Suppliers that fit a condition, those on our word first, then by their next check. */
export function suppliersWhere(
  app: pb.App,
  where: string,
  params: { readonly [name: string]: unknown },
  limit: number,
): Supplier[] {
  const sql = `${select} WHERE ${where} ORDER BY role DESC, nextCheck, id LIMIT {:limit}`;
  return objectsOf<Stored>(app, columns, sql, { ...params, limit }).map((row) => ({
    ...row,
    terms: JSON.parse(row.terms || "[]"),
  }));
}

/** As `faultsOf` of the domain, in the database's words. */
const faultSql = {
  "no-terms": "termsLeft > 0",
  "no-ground": "(place = 'not-known' OR (place = 'elsewhere' AND ground = ''))",
  late: "nextCheck < {:today}",
  "never-checked": "checkedOn = ''",
} as const;
const anyFault = Object.values(faultSql).join(" OR ");
const inUse = "state = 'in-use'";

/** Not in order, and in use. */
export const unfitSql = `${inUse} AND (${anyFault})`;

const stateSql = (state: ListState | ""): string => {
  if (state === "") return inUse;
  if (state === "ended") return "state = 'ended'";
  return state === "in-order" ? `${inUse} AND NOT (${anyFault})` : `${inUse} AND ${faultSql[state]}`;
};

/**
 * One page of the list.
 *
 * @param after - Where the page before ended, '' at the beginning; one that is no place begins anew.
 * @param today - Civil date at the clinic.
 */
export function pageOfSuppliers(
  app: pb.App,
  { kind, place, state }: SupplierFilters,
  after: string,
  limit: number,
  today: string,
): { rows: Supplier[]; next: string | null } {
  const at = supplierCursor.exec(after);
  const [, role = "", day = "", id = ""] = at ?? [];
  const parts = [stateSql(state)];
  if (kind !== "") parts.push("kind = {:kind}");
  if (place !== "") parts.push("place = {:place}");
  // `controller` comes after `processor`.
  if (at) parts.push("(role < {:role} OR (role = {:role} AND (nextCheck, id) > ({:day}, {:id})))");
  const params = { today, kind, place, role, day, id };
  const found = suppliersWhere(app, parts.join(" AND "), params, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  const more = found.length > limit && last !== undefined;
  return { rows, next: more ? `${last.role}~${last.nextCheck}~${last.id}` : null };
}

/** How all that are in use stand. */
export function supplierCounts(app: pb.App, today: string): SupplierCounts {
  const n = (condition: string) => `coalesce(sum(${condition}), 0)`;
  const sql = `SELECT count(*) AS inUse, ${n(`NOT (${anyFault})`)} AS inOrder, ${n(faultSql["no-terms"])} AS noTerms,
      ${n(faultSql["no-ground"])} AS noGround, ${n(faultSql.late)} AS late, ${n(faultSql["never-checked"])} AS neverChecked
    FROM suppliers WHERE ${inUse}`;
  const names = ["inUse", "inOrder", "noTerms", "noGround", "late", "neverChecked"] as const;
  const [row] = objectsOf<SupplierCounts>(app, names, sql, { today });
  return row ?? { inUse: 0, inOrder: 0, noTerms: 0, noGround: 0, late: 0, neverChecked: 0 };
}

/** The entries that every clinic has and this one has not filled in, with what is known of them. */
export function preparedEntries(app: pb.App): Prepared[] {
  const known = new Set(
    rowsOf(app, ["kind"], `SELECT kind FROM suppliers WHERE ${inUse}`).map(([one]) => one),
  );
  const system = clinicOf(app)?.getString("approvedSystem") ?? "";
  return preparedKinds
    .filter((kind) => !known.has(kind))
    .map((kind) => ({ kind, name: kind === "mail" ? "" : system, data: preparedData[kind] }));
}
