import { holdColumns } from "#domain/registers/holds/csv";
import { heldKinds, holdPurposes } from "#domain/registers/holds/hold";
import type { HoldRow } from "#domain/registers/holds/hold-row";
import { incidentName } from "#domain/registers/incidents/words";
import { objectsOf } from "../../base/database.ts";
import { readableCases } from "../incidents/case-facts.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";
import { asOwnDecision } from "./kept-apart.ts";
import { besideSql, causeOpenSql, holdsSql } from "./sql.ts";

type Raw = Omit<HoldRow, "cause"> & {
  readonly incident: string;
  readonly reference: string;
  readonly number: number;
};

const columns = [
  ...["id", "version", "register", "subject", "what", "fromDay", "toDay", "purpose", "causeKind", "incident"],
  ...[
    "reference",
    "number",
    "askedOn",
    "causeOpen",
    "causeEndedAt",
    "authoriser",
    "reviewOn",
    "until",
    "why",
    "by",
    "at",
  ],
  ...["releasedAt", "releasedBy", "releasedWhy", "beside"],
] as unknown as readonly (keyof Raw & string)[];

/** Columns of `holds h` as every reader of them selects them. */
export const holdSelect = `SELECT h.id AS id, h.version AS version, h.register AS register, h.subject AS subject, h.what AS what,
    h.fromDay AS fromDay, h.toDay AS toDay, h.purpose AS purpose, h.causeKind AS causeKind, h.incident AS incident,
    h.reference AS reference, h.askedOn AS askedOn, coalesce(b.number, 0) AS number, ${causeOpenSql("h")} AS causeOpen, h.causeEndedAt AS causeEndedAt,
    h.authoriser AS authoriser, h.reviewOn AS reviewOn, h.until AS until, h.why AS why, h."by" AS "by", h."at" AS "at",
    h.releasedAt AS releasedAt, h.releasedBy AS releasedBy, h.releasedWhy AS releasedWhy, ${holdsSql("h")} AS running,
    (SELECT count(*) FROM holds o WHERE ${besideSql("h", "o")} AND ${holdsSql("o")}) AS beside
  FROM holds h LEFT JOIN breaches b ON b.id = h.incident AND h.incident <> ''`;

/** The register of holds, the newest first. */
export const holdList = registerList<Raw, HoldRow>({
  key: "holds",
  collection: "holds",
  readers: ["manager", "dpo", "auditor"],
  columns,
  flags: ["causeOpen"],
  instants: ["at", "causeEndedAt", "releasedAt"],
  select: holdSelect,
  by: "at",
  descends: true,
  filters: {
    state: {
      fits: (value) => value === "open" || value === "ended",
      where: "running = ({:state} = 'open')",
    },
    register: oneValue("register", Object.keys(heldKinds)),
    purpose: oneValue("purpose", Object.keys(holdPurposes)),
    subject: rowOf("subject"),
    id: rowOf("id"),
  },
  shown: shownHolds,
  figures: figuresOf,
  csv: ({ today }) => holdColumns(today),
});

/** An incident stands by its number for whoever may read it; nobody else is told that there is one. */
function shownHolds({ app, person, today }: Listing, rows: Raw[]): HoldRow[] {
  const readable = readableCases(app, person);
  return rows.map(({ incident, reference, number, ...row }) => {
    if (incident === "") return { ...row, cause: reference };
    return readable(incident)
      ? { ...row, cause: incidentName(number) }
      : asOwnDecision({ ...row, cause: "" }, today);
  });
}

function figuresOf({ app, today }: Listing) {
  const select = `SELECT count(*) AS running, coalesce(sum(h.reviewOn < {:today}), 0) AS late,
      coalesce(sum(h.until <> '' AND h.until < {:today}), 0) AS outlive FROM holds h WHERE ${holdsSql("h")}`;
  type Sums = { running: number; late: number; outlive: number };
  const [sums] = objectsOf<Sums>(app, ["running", "late", "outlive"], select, { today });
  return sums ?? { running: 0, late: 0, outlive: 0 };
}
