import { disclosureColumns } from "#domain/registers/disclosures/csv";
import { receivers } from "#domain/registers/disclosures/disclosure";
import type { DisclosureRow } from "#domain/registers/disclosures/disclosure-row";
import { objectsOf } from "../../base/database.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";

const own = [
  ...[
    "id",
    "version",
    "hold",
    "receiver",
    "organisation",
    "reference",
    "form",
    "askedOn",
    "asked",
    "outcome",
  ],
  ...["minimum", "given", "others", "how", "day", "decidedBy", "by", "at"],
  ...["takenBackAt", "takenBackBy", "takenBackWhy"],
  ...["system", "recordRef", "purpose", "ground", "section", "consent", "consentWhy", "harmIfNot", "harmIf"],
  ...[
    "capacity",
    "secondOpinion",
    "told",
    "toldWhy",
    "checked",
    "confirmedOn",
    "copies",
    "event",
    "reviewOn",
  ],
  ...["registration", "smallest", "share", "disease", "suspectedOn"],
];
const columns = [...own, "what"] as unknown as readonly (keyof DisclosureRow & string)[];

/** The register of disclosures, the newest first. */
export const disclosureList = registerList<DisclosureRow>({
  key: "disclosures",
  collection: "disclosures",
  readers: ["manager", "dpo", "auditor"],
  columns,
  instants: ["at", "takenBackAt"],
  select: `SELECT ${own.map((column) => `d."${column}" AS "${column}"`).join(", ")}, coalesce(h.what, '') AS what,
      coalesce(h.register, '') AS register
    FROM disclosures d LEFT JOIN holds h ON h.id = d.hold AND d.hold <> ''`,
  by: "at",
  descends: true,
  filters: {
    receiver: oneValue("receiver", Object.keys(receivers)),
    outcome: oneValue("outcome", ["given", "refused"]),
    register: oneValue("register", ["cameras"]),
    hold: rowOf("hold"),
    id: rowOf("id"),
  },
  figures: figuresOf,
  csv: () => disclosureColumns,
});

function figuresOf({ app }: Listing) {
  const select = `SELECT coalesce(sum(outcome = 'given'), 0) AS given, coalesce(sum(outcome = 'refused'), 0) AS refused
    FROM disclosures WHERE takenBackAt = ''`;
  const [sums] = objectsOf<{ given: number; refused: number }>(app, ["given", "refused"], select);
  return sums ?? { given: 0, refused: 0 };
}
