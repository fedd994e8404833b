import { patientList } from "#domain/sites/patient-list";
import { type Product, products } from "#domain/sites/products";

/** The extension itself: what it said of its own state could not be read. And what stands among adapters and is none. */
const itself = { chaperone: "the extension’s own report", [patientList]: "the list of patients" };
const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(products.map(({ id, name }) => [id, name])),
  ...itself,
};

export const adapterName = (id: string): string =>
  names[id] ?? (/^own-\d{1,2}$/.test(id) ? `the clinic’s own page ${id.slice(4)}` : id);

const choicesOf = (wanted: Product["kind"]) =>
  products
    .filter(({ kind }) => kind === wanted)
    .map(({ id, name, chosenAs }) => ({ value: id, name: chosenAs ?? name }));

/** What a clinic may say runs on a host of its own. */
export const webmails = choicesOf("webmail");
export const clinicalSystems = choicesOf("clinical");
