import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { releaseColumns } from "#domain/registers/releases/csv";
import { relations } from "#domain/registers/releases/release";
import { type ReleaseRow, releaseRow } from "#domain/registers/releases/release-row";
import { objectsOf } from "../../base/database.ts";
import { type Listing, type ListSpec, oneValue, registerList, rowOf } from "../listing/register-list.ts";
import { standsSql, unaskedSql } from "./sql.ts";

const columns = Object.keys(releaseRow.shape) as (keyof ReleaseRow & string)[];
const own = columns.filter((column) => column !== "asked");

const spec: ListSpec<ReleaseRow, ReleaseRow> = {
  key: "releases",
  collection: "releases",
  readers: ["manager", "dpo", "auditor"],
  columns,
  flags: ["once"],
  instants: ["at", "revokedAt", "usedAt", "lookedAt"],
  select: `SELECT ${own.map((column) => `r."${column}" AS "${column}"`).join(", ")},
      (SELECT count(*) FROM release_asks a WHERE a.recordRef = r.recordRef AND a.system = r.system) AS asked,
      ${standsSql("r")} AS stands FROM releases r`,
  by: "at",
  descends: true,
  filters: {
    state: {
      fits: (value) => value === "stands" || value === "over",
      where: "stands = ({:state} = 'stands')",
    },
    relation: oneValue("relation", Object.keys(relations)),
    id: rowOf("id"),
  },
  shown: named,
  figures: figuresOf,
  csv: ({ today }) => releaseColumns(today),
};

/** The register of releases, the newest first. */
export const releaseList = registerList<ReleaseRow>(spec);

/** The same of one record: asked inside the server alone, for a record's reference stands in no address. */
const ofRecord = registerList<ReleaseRow>({
  ...spec,
  filters: {
    record: { fits: () => true, where: "recordRef = {:record}" },
    system: { fits: () => true, where: "system = {:system}" },
  },
});
export const releasesOfRecord = (
  listing: Listing,
  record: { readonly recordRef: string; readonly system: string },
): ReleaseRow[] =>
  ofRecord.page(listing, {
    filters: { record: record.recordRef, system: record.system },
    ...{ before: "", limit: 200 },
  }).rows as ReleaseRow[];

/** Who works it is shown the name, also the one that an organisation may hold; an auditor is not. */
function named({ person }: Listing, rows: ReleaseRow[]): ReleaseRow[] {
  if (person.role === "manager" || person.role === "dpo") return rows;
  return rows.map((row) => ({ ...row, name: "", organisation: "", phoneEnding: "" }));
}

function figuresOf({ app, today }: Listing) {
  const select = `SELECT coalesce(sum(${standsSql("r")}), 0) AS stands,
      coalesce(sum(${standsSql("r")} AND r.expiresOn <= {:soon}), 0) AS soon,
      coalesce(sum(${unaskedSql("r")} AND r.expiresOn < {:today}), 0) AS unasked FROM releases r`;
  const soon = daysAfter(today, policy.releaseAsked.amount);
  type Sums = { stands: number; soon: number; unasked: number };
  const [sums] = objectsOf<Sums>(app, ["stands", "soon", "unasked"], select, { today, soon });
  return sums ?? { stands: 0, soon: 0, unasked: 0 };
}
