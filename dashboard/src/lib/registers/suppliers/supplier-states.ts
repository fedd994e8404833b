import type { SupplierFault } from "#domain/registers/suppliers/supplier";

/** Red what the contract or the law lacks, amber what somebody has to look at. */
export const faultStates: Readonly<Record<SupplierFault, "red" | "amber">> = {
  "no-terms": "red",
  "no-ground": "red",
  late: "amber",
  "never-checked": "amber",
};
