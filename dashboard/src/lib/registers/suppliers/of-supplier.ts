import { termKeys } from "#domain/law/processor-terms";
import { supplierRow } from "#domain/registers/suppliers/supplier";
import {
  groundWords,
  kindWords,
  leftDataWords,
  placeWords,
  roleWords,
} from "#domain/registers/suppliers/words";
import {
  asDay,
  asList,
  asPerson,
  asText,
  asWords,
  type RowKind,
} from "#lib/components/changed/difference.ts";
import type { Supplier } from "./api.ts";

/** A partner or supplier. */
export const ofSupplier: RowKind<Supplier> = {
  read: (current) => supplierRow.safeParse(current).data,
  columns: {
    name: ["the name", asText],
    kind: ["the kind", asWords(kindWords)],
    role: ["its part", asWords(roleWords)],
    data: ["the data", asText],
    contract: ["the contract", asText],
    contractOn: ["the day of the contract", asDay],
    terms: [
      "Art. 28 terms seen",
      (value) =>
        asList(
          termKeys.filter((key) => value.includes(key)),
          around,
        ),
    ],
    termsOn: ["the day of the terms", asDay],
    place: ["where it lies", asWords(placeWords)],
    country: ["the country", asText],
    placeNote: ["about the place", asText],
    ground: ["the transfer’s ground", asWords(groundWords)],
    groundOn: ["when the risk was weighed", asDay],
    others: ["others it uses", asText],
    tellsHow: ["how it tells of a breach", asText],
    holder: ["who holds it", asPerson],
    checkedOn: ["the last check", asDay],
    nextCheck: ["the next check", asDay],
    endedOn: ["the end", asDay],
    leftData: ["the data at the end", asWords(leftDataWords)],
    endedWhy: ["why it ended", asText],
  },
};

/** Letters need to know of nothing around them. */
const around = { zone: "UTC", now: 0, nameOf: String };
