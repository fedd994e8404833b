import * as z from "zod/mini";
import {
  type Place,
  places,
  type SupplierKind,
  supplierFaults,
  supplierKinds,
  supplierRow,
} from "./supplier.ts";

/** What the list may be narrowed to: in use, in order, with a fault, or ended. */
export const listStates = ["in-order", ...supplierFaults, "ended"] as const;
export type ListState = (typeof listStates)[number];

/** Filters of the list as the address holds them; '' is any, and `state` '' is all in use. */
export interface SupplierFilters {
  readonly kind: SupplierKind | "";
  readonly place: Place | "";
  readonly state: ListState | "";
}

const among = <Word extends string>(words: readonly Word[], value: string | null | undefined): Word | "" =>
  words.find((word) => word === value) ?? "";

/** Reads filters; what does not fit is dropped. */
export const supplierFilters = (of: (name: string) => string | null | undefined): SupplierFilters => ({
  kind: among(supplierKinds, of("kind")),
  place: among(places, of("place")),
  state: among(listStates, of("state")),
});

/** Where a page ends: its last row by role, next check and id. */
export const supplierCursor = /^(processor|controller)~(\d{4}-\d\d-\d\d)~([a-z0-9]{15})$/;

/** Kinds whose entry waits to be filled in every clinic. */
export const preparedKinds = ["clinical-system", "mail"] as const satisfies readonly SupplierKind[];

/** An entry that is prepared and not filled in: what is known of it without asking. */
export const prepared = z.object({ kind: z.enum(preparedKinds), name: z.string(), data: z.string() });
export type Prepared = z.infer<typeof prepared>;

/** What the two hold everywhere, as the prepared entry says it. */
export const preparedData: Readonly<Record<(typeof preparedKinds)[number], string>> = {
  "clinical-system": "Whole records of patients, appointments, letters",
  mail: "Mail of all staff, with what patients and others write to us",
};

/** `GET /suppliers`: one page, and how all that are in use stand. */
export const suppliersAnswer = z.object({
  rows: z.array(supplierRow),
  /** What `after` must be for the next page; null at the end. */
  next: z.nullable(z.string()),
  counts: z.object({
    inUse: z.int(),
    inOrder: z.int(),
    noTerms: z.int(),
    noGround: z.int(),
    late: z.int(),
    neverChecked: z.int(),
  }),
  prepared: z.array(prepared),
  /** Civil date at the clinic by which it was judged. */
  today: z.string(),
});
export type SuppliersAnswer = z.infer<typeof suppliersAnswer>;
export type SupplierCounts = SuppliersAnswer["counts"];

/** Rows on a page of the list. */
export const supplierPage = 50;
