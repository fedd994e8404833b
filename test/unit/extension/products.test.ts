import { expect, test } from "vitest";
import { products } from "#domain/sites/products";
import { shippedClinical } from "../../../extension/clinical/clinical.ts";
import { shippedMail } from "../../../extension/mail/mail.ts";

test("every adapter that ships, and none else, is a product that the dashboard names", () => {
  const shipped = [...shippedMail, ...shippedClinical].map(({ id, kind, name }) => ({
    id,
    kind,
    // On a page it stands beside the others: there the short word says the same.
    name: name === "Webmail without an adapter" ? "Webmail" : name,
  }));
  const named = products.map(({ id, kind, name }) => ({ id, kind, name }));
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  expect(named.sort(byId)).toEqual(shipped.sort(byId));
});
