import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What people write about partners and suppliers. */
export const heldInSuppliers: readonly HeldField[] = [
  {
    what: "What people write about a partner or supplier",
    where: "Suppliers, the entry and its checks",
    form: "Kinds of data and sentences; numbers and birthdays are refused, in a check also what is seen to name a patient",
    why: "To know where data lies, and on which terms (UK GDPR Arts 28 and 30)",
    kept: "with the entry; one that ended stays",
    columns: [
      ...[
        "suppliers.name",
        "suppliers.data",
        "suppliers.contract",
        "suppliers.country",
        "suppliers.placeNote",
      ],
      ...["suppliers.others", "suppliers.tellsHow", "suppliers.endedWhy", "supplier_checks.note"],
    ],
    since: ["suppliers.at", "supplier_checks.at"],
  },
];

export const nothingInSuppliers: NothingHeld = {
  suppliers: {
    "What the clinic says of itself": [
      ...["kind", "role", "contractOn", "terms", "termsLeft", "termsOn", "place", "ground", "groundOn"],
      ...["checkedOn", "nextCheck", "state", "endedOn", "leftData"],
    ],
    "What staff read and did": ["holder", "by", "at"],
  },
  supplier_checks: {
    "What staff read and did": ["supplier", "checkedOn", "answers", "nextCheck", "by", "at"],
  },
};
