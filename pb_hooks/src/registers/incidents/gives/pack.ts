import {
  evidenceCsv,
  type IncidentPack,
  type PackEvidence,
  type PackVersion,
} from "#domain/registers/incidents/pack";
import { objectsOf } from "../../../base/database.ts";
import { iso, stored } from "../../../base/time.ts";
import type { Packing, PackPart } from "../../register.ts";
import { casesFor, isKeptApart, keeps } from "../case-facts.ts";
import { registerLine } from "../versions/register-line.ts";

/** The cases of a period that the maker of the pack may read: their lines, versions and evidence. */
export function casesInPack({ tx, person, start, end, confidential, ...about }: Packing): PackPart {
  const cases = casesFor(tx, person, inPeriod(start, end)).filter(
    (one) => !isKeptApart(one) || (confidential && keeps(tx, person, one)),
  );
  const { clinic, timeZone, asOf } = about;
  const lines = cases.map((one) => registerLine(tx, one));
  const versions = cases.flatMap((one) => versionsOf(tx, one, end));
  const evidence = cases.flatMap((one) => evidenceOf(tx, one, end));
  const register = { v: 2, clinic, timeZone, asOf, rows: lines } as const;
  return {
    folders,
    files: [{ path: "register/evidence-files.csv", text: evidenceCsv(evidence) }],
    rows: lines.length + versions.length + evidence.length,
    leftOut: confidential ? [evidenceLeftOut] : [evidenceLeftOut, confidentialLeftOut],
    parts: { incidents: { register, versions } satisfies IncidentPack },
  };
}

const folders = [
  {
    name: "register/",
    holds:
      "the register of personal data breaches (UK GDPR Art 33(5)) as PDF, CSV and JSON; evidence-files.csv names each evidence file by its hash",
  },
  {
    name: "incidents/",
    holds: "each version of each report as it was frozen (JSON), as PDF, and as Word where one was made",
  },
];
const evidenceLeftOut = {
  what: "evidence files of the incidents",
  why: "they may show patients; register/evidence-files.csv has their hashes, and the clinic keeps them",
};
const confidentialLeftOut = {
  what: "confidential reports",
  why: "they stay between who reported and who keeps them",
};

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
function evidenceOf(app: pb.App, breach: pb.Record, end: string): PackEvidence[] {
  type Row = Omit<PackEvidence, "incident">;
  return objectsOf<Row>(
    app,
    ["at", "mime", "size", "sha256"],
    `SELECT "at", mime, size, sha256 FROM breach_evidence WHERE breach = {:id} AND "at" < {:end} ORDER BY "at", id`,
    { id: breach.id, end: stored(end) },
  ).map((row) => ({ ...row, at: iso(row.at), incident: breach.getInt("number") }));
}
