import type { PackPlan, PackVersion } from "#domain/work/evidence-pack";
import { objectsOf } from "../../../base/database.ts";
import { iso, stored } from "../../../base/time.ts";
import type { Packing, PackParts } from "../../register.ts";
import { casesFor } from "../case-facts.ts";
import { registerLine } from "../versions/register-line.ts";

/** The cases of a period that the maker of the pack may read: their lines, versions and evidence. */
export function casesIn({ tx, person, start, end, confidential }: Packing): PackParts {
  const cases = casesFor(tx, person, inPeriod(start, end)).filter(
    (one) => confidential || !one.getBool("confidential"),
  );
  return {
    lines: cases.map((one) => registerLine(tx, one)),
    versions: cases.flatMap((one) => versionsOf(tx, one, end)),
    evidence: cases.flatMap((one) => evidenceOf(tx, one, end)),
  };
}

/** A case belongs to a period in which it was open, if only for a moment. Instants of ours hold no quote. */
const inPeriod = (start: string, end: string): string =>
  `openedAt < '${stored(end)}' && (closedAt = '' || closedAt >= '${stored(start)}')`;

/** Versions of a case's report that were made up to a moment, the first first; without what they say. */
function versionsOf(app: pb.App, breach: pb.Record, end: string): PackVersion[] {
  type Row = Omit<PackVersion, "incident" | "collectionName">;
  return objectsOf<Row>(
    app,
    ["id", "number", "hash", "pdf", "pdfSha256", "docx", "docxSha256"],
    `SELECT id, number, hash, pdf, pdfSha256, docx, docxSha256 FROM breach_reports
     WHERE breach = {:id} AND madeAt < {:end} ORDER BY number`,
    { id: breach.id, end: stored(end) },
  ).map((row) => ({ ...row, incident: breach.getInt("number"), collectionName: "breach_reports" }));
}

/** Evidence of a case by its hash: the files themselves may show patients, and their names may name them. */
function evidenceOf(app: pb.App, breach: pb.Record, end: string): PackPlan["evidence"] {
  type Row = Omit<PackPlan["evidence"][number], "incident">;
  return objectsOf<Row>(
    app,
    ["at", "mime", "size", "sha256"],
    `SELECT "at", mime, size, sha256 FROM breach_evidence WHERE breach = {:id} AND "at" < {:end} ORDER BY "at", id`,
    { id: breach.id, end: stored(end) },
  ).map((row) => ({ ...row, at: iso(row.at), incident: breach.getInt("number") }));
}
