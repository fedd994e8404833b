import { leadOnlyPurposes as leadOnly, purposeKeys } from "#domain/law/sharing-purposes";
import { type ConsentRow, consentColumns } from "#domain/registers/consent/consent-row";
import { objectsOf } from "../../base/database.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";
import { consentFields, consentSelect, countsSql } from "./rows.ts";

/** The register of decisions, the newest first. Some are shown to the lead alone. */
export const consentList = registerList<ConsentRow>({
  key: "consents",
  collection: "consents",
  readers: ["manager", "dpo", "auditor"],
  columns: consentFields,
  instants: ["at"],
  select: `${consentSelect} AND ({:lead} OR c.purpose NOT IN (SELECT value FROM json_each({:leadOnly})))`,
  params: ({ person }) => ({ lead: person.role === "dpo", leadOnly: JSON.stringify(leadOnly) }),
  by: "at",
  descends: true,
  filters: {
    purpose: oneValue("purpose", purposeKeys),
    decision: oneValue("decision", ["yes", "no"]),
    id: rowOf("id"),
  },
  figures: figuresOf,
  csv: () => consentColumns,
});

function figuresOf({ app, person }: Listing) {
  const select = `SELECT coalesce(sum(c.decision = 'yes'), 0) AS yes, coalesce(sum(c.decision = 'no'), 0) AS no
    FROM consents c WHERE ${countsSql("c")} AND ({:lead} OR c.purpose NOT IN (SELECT value FROM json_each({:leadOnly})))`;
  const params = { lead: person.role === "dpo", leadOnly: JSON.stringify(leadOnly) };
  const [sums] = objectsOf<{ yes: number; no: number }>(app, ["yes", "no"], select, params);
  return sums ?? { yes: 0, no: 0 };
}
