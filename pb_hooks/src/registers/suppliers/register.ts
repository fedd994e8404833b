import { heldInSuppliers, nothingInSuppliers } from "#domain/registers/suppliers/held";
import type { ServerRegister } from "../register.ts";
import { supplierActs } from "./acts.ts";
import { planSuppliers } from "./example.ts";
import { supplierFigures } from "./figures.ts";
import { agendaOfSuppliers } from "./for-review.ts";
import { rowsOfSuppliers } from "./owed.ts";
import { suppliersInPack } from "./pack.ts";
import { dueOfSuppliers } from "./reminds.ts";

/** Partners and suppliers. */
export const suppliers = {
  key: "suppliers",
  acts: supplierActs,
  owed: rowsOfSuppliers,
  reminds: dueOfSuppliers,
  agenda: agendaOfSuppliers,
  figures: supplierFigures,
  pack: suppliersInPack,
  about: heldInSuppliers,
  nothing: nothingInSuppliers,
  example: planSuppliers,
} satisfies ServerRegister;
