import { expect, test } from "vitest";
import { products } from "#domain/sites/products";
import { mailAdapters } from "../../../extension/adapters/mail.ts";
import { clinicalAdapters } from "../../../extension/clinical/clinical.ts";

test("every adapter that ships, and none else, is a product that the dashboard names", () => {
  const shipped = [...mailAdapters, ...clinicalAdapters].map(({ id, kind, name }) => ({
    id,
    kind,
    // On a page it stands beside the others: there the short word says the same.
    name: name === "Webmail without an adapter" ? "Webmail" : name,
  }));
  const named = products.map(({ id, kind, name }) => ({ id, kind, name }));
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  expect(named.sort(byId)).toEqual(shipped.sort(byId));
});
