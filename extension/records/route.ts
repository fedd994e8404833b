import type { ClinicalAdapter, ClinicalPage } from "#domain/sites/clinical-adapter";

export interface Place {
  readonly page: ClinicalPage;
  /** The vendor's own id, the text as it stands in the address; absent for lists. */
  readonly id?: string;
  /** Which note, letter or file of the record, as the address has it. */
  readonly item?: string;
  /** What a search looks for, as the address has it: it stays in this frame. */
  readonly term?: string;
}

type Address = Pick<Location, "pathname" | "search" | "hash">;

/** Which of the adapter's pages an address is; the first that fits. Ids stay text: 19 digits are more than a number holds. */
export function placeOf(adapter: ClinicalAdapter, address: Address): Place | undefined {
  const idForm = new RegExp(adapter.idForm);
  for (const page of adapter.pages) {
    const found = new RegExp(page.match).exec(partOf(address, page.part));
    const { id, term, item } = found?.groups ?? {};
    if (found && id === undefined) return { page, ...(term === undefined ? {} : { term }) };
    if (id !== undefined && idForm.test(id)) return { page, id, ...(item === undefined ? {} : { item }) };
  }
  return undefined;
}

function partOf({ pathname, search, hash }: Address, part: ClinicalPage["part"]): string {
  switch (part) {
    case "path":
      return pathname;
    case "path+query":
      return pathname + search;
    case "hash":
      return hash;
    case "path+hash":
      return pathname + hash;
  }
}
