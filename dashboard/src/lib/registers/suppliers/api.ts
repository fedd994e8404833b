import * as z from "zod/mini";
import { checkRow, type SupplierCheck } from "#domain/registers/suppliers/check";
import { type SupplierFilters, suppliersAnswer } from "#domain/registers/suppliers/question";
import { type Supplier, supplierRow } from "#domain/registers/suppliers/supplier";
import { ask, calling, download, pb, understand } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import { actionsOf } from "#lib/registers/actions/api.ts";
import { filesOf } from "#lib/registers/files/api.ts";

/** Filters as the route takes them: what is not set is left out. */
const asked = (filters: SupplierFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));

/** One page of the list, and how all stand. @param after - Where the page before ended; '' begins. */
export const readSuppliers = (filters: SupplierFilters, after: string, format?: "paper") =>
  ask(suppliersAnswer, "suppliers", {
    query: { ...asked(filters), ...(after !== "" && { after }), ...(format && { format }) },
  });

/** CSV of what the filters show, made by the server and recorded as an export. */
export const exportSuppliers = (filters: SupplierFilters, name: string) =>
  download("suppliers", { ...asked(filters), format: "csv" }, name);

/** Checks that a panel shows, the newest first; all of them stand in the evidence pack. */
const checksShown = 20;

/** One supplier with its checks and actions; undefined where there is none that the reader may see. */
export async function readSupplier(id: string) {
  try {
    const [supplier, checks, actions, files] = await Promise.all([
      calling(() => pb.collection("suppliers").getOne(id)).then((row) => understand(supplierRow, row)),
      checksOf(id),
      actionsOf("suppliers", id),
      filesOf("supplier_files", id),
    ]);
    return { supplier, checks, actions, files };
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "not-found") return undefined;
    throw thrown;
  }
}
export type SupplierFile = NonNullable<Awaited<ReturnType<typeof readSupplier>>>;
export type { Supplier, SupplierCheck };

async function checksOf(id: string): Promise<SupplierCheck[]> {
  const filter = pb.filter("supplier = {:id}", { id });
  const { items } = await calling(() =>
    pb
      .collection("supplier_checks")
      .getList(1, checksShown, { filter, sort: "-checkedOn,-at", skipTotal: true }),
  );
  return understand(z.array(checkRow), items);
}
