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
  {
    what: "Files beside a supplier",
    where: "Suppliers, files of an entry",
    form: "PDF, PNG or JPEG; the form asks that nothing of a patient is in it, and a file is not looked through",
    why: "To show the contract and its terms",
    kept: "with the row that it belongs to",
    columns: ["supplier_files.file"],
    since: ["supplier_files.at"],
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
  supplier_files: {
    "What staff read and did": ["subject", "what", "mime", "size", "by", "at"],
    "Codes from which nothing can be read": ["sha256"],
  },
};
