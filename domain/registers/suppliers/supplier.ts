import * as z from "zod/mini";
import { type TermKey, termKeys } from "../../law/processor-terms.ts";

/** What a partner or supplier is to the clinic. */
export const supplierKinds = [
  "clinical-system",
  "mail",
  "it",
  "website",
  "telephone",
  "paper",
  "cctv",
  "laboratory",
  "care",
  "insurer",
  "accounts",
  "other",
] as const;
export type SupplierKind = (typeof supplierKinds)[number];

/** `processor`: works on the clinic's word. `controller`: decides for itself. */
export const supplierRoles = ["processor", "controller"] as const;
export type SupplierRole = (typeof supplierRoles)[number];

export const places = ["uk", "adequate", "elsewhere", "not-known"] as const;
export type Place = (typeof places)[number];

/** On what it goes to a country that is not found adequate. */
export const grounds = ["idta", "addendum", "bcr", "exception"] as const;
export type Ground = (typeof grounds)[number];

export const supplierStates = ["in-use", "ended"] as const;
export type SupplierState = (typeof supplierStates)[number];

/** What became of the data when it ended. */
export const leftDatas = ["deleted", "given-back", "kept", "not-known"] as const;
export type LeftData = (typeof leftDatas)[number];

const orNone = <Word extends string>(words: readonly Word[]) => z.enum(["" as Word | "", ...words]);

/** A supplier as its row holds it. Days are civil dates; '' is what is not known, or not so. */
export const supplierRow = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  kind: z.enum(supplierKinds),
  role: z.enum(supplierRoles),
  data: z.string(),
  contract: z.string(),
  contractOn: z.string(),
  terms: z.array(z.enum(termKeys)),
  termsLeft: z.int(),
  termsOn: z.string(),
  place: z.enum(places),
  country: z.string(),
  placeNote: z.string(),
  ground: orNone(grounds),
  groundOn: z.string(),
  others: z.string(),
  tellsHow: z.string(),
  holder: z.string(),
  checkedOn: z.string(),
  nextCheck: z.string(),
  state: z.enum(supplierStates),
  endedOn: z.string(),
  leftData: orNone(leftDatas),
  endedWhy: z.string(),
});
export type Supplier = z.infer<typeof supplierRow>;

/** How many of the eight terms nobody has seen in the contract; none is asked of who decides for itself. */
export const termsLeftOf = (role: SupplierRole, terms: readonly TermKey[]): number =>
  role === "controller" ? 0 : termKeys.filter((key) => !terms.includes(key)).length;

/** What is not in order with a supplier that is in use, the gravest first. */
export const supplierFaults = ["no-terms", "no-ground", "late", "never-checked"] as const;
export type SupplierFault = (typeof supplierFaults)[number];

type Judged = Pick<Supplier, "state" | "termsLeft" | "place" | "ground" | "checkedOn" | "nextCheck">;

/** Whether data lies abroad without a ground, or nobody knows where. */
const lacksGround = ({ place, ground }: Judged): boolean =>
  place === "not-known" || (place === "elsewhere" && ground === "");

/** @param today - Civil date at the clinic; a check is late from the day after its day. */
export function faultsOf(supplier: Judged, today: string): SupplierFault[] {
  if (supplier.state === "ended") return [];
  const has: Readonly<Record<SupplierFault, boolean>> = {
    "no-terms": supplier.termsLeft > 0,
    "no-ground": lacksGround(supplier),
    late: supplier.nextCheck < today,
    "never-checked": supplier.checkedOn === "",
  };
  return supplierFaults.filter((fault) => has[fault]);
}
