import { supplierFilters } from "#domain/registers/suppliers/question";
import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { openIn } from "#lib/registers/open-row.svelte.ts";
import { readSupplier, readSuppliers } from "#lib/registers/suppliers/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends(signalOf("/suppliers"));
  await onlyInUse("/suppliers", { parent, untrack });
  const { searchParams } = url;
  const filters = supplierFilters((name) => searchParams.get(name));
  const after = searchParams.get("before") ?? "";
  const open = openIn(searchParams);
  const [list, people, file] = await Promise.all([
    readSuppliers(filters, after),
    allPeople(),
    open === "" ? undefined : readSupplier(open),
  ]);
  return { filters, list, people, file, first: after === "" };
};
