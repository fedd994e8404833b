import type { BreachProof, ProofState, VersionProof } from "#domain/registers/incidents/proof";
import type { IncidentReport } from "#domain/registers/incidents/report";
import { caller } from "../../../base/caller.ts";
import { rowsOf } from "../../../base/database.ts";
import { readableAt } from "../incident.ts";
import { hashOf } from "./uploaded.ts";

/** Hashes that the ledger holds of a case's versions: by action, of each row. */
type Ledgered = ReadonlyMap<string, string>;

/** `GET /breach-proof?id=`: whether the versions of a report are still what the log says was frozen. */
export function proveVersions(e: pb.RequestEvent): void {
  const person = caller(e);
  const breach = readableAt(e.app, person, e.requestInfo().query.id ?? "");
  const ledgered = ledgeredIn(e.app, breach.id);
  const rows = e.app.findRecordsByFilter("breach_reports", "breach = {:id}", "number", 0, 0, {
    id: breach.id,
  });
  const here = rows.map(({ id }) => `version ${id}`);
  const answer: BreachProof = {
    versions: rows.map((row) => proofOf(e.app, row, ledgered)),
    missing: [...ledgered.keys()].filter((key) => key.startsWith("version ") && !here.includes(key)).length,
  };
  e.json(200, answer);
}

/** Whether a version's snapshot is the one whose hash the log holds. */
export function isWhole(app: pb.App, row: pb.Record): boolean {
  return snapshotState(row, ledgeredIn(app, row.getString("breach"))) === "whole";
}

function proofOf(app: pb.App, row: pb.Record, ledgered: Ledgered): VersionProof {
  const snapshot = snapshotState(row, ledgered);
  const report = snapshot === "whole" ? (JSON.parse(row.getString("snapshot")) as IncidentReport) : undefined;
  return {
    number: row.getInt("number"),
    snapshot,
    readBy: report?.read?.by ?? null,
    pdf: renderingState(app, row, "pdf", ledgered),
    docx: renderingState(app, row, "docx", ledgered),
  };
}

const snapshotState = (row: pb.Record, ledgered: Ledgered): ProofState =>
  stateOf(ledgered.get(`version ${row.id}`), [
    row.getString("hash"),
    $security.sha256(row.getString("snapshot")),
  ]);

function renderingState(
  app: pb.App,
  row: pb.Record,
  kind: "pdf" | "docx",
  ledgered: Ledgered,
): ProofState | null {
  const frozen = ledgered.get(`file-${kind} ${row.id}`);
  const name = row.getString(kind);
  if (name === "") return frozen === undefined ? null : "changed";
  return stateOf(frozen, [row.getString(`${kind}Sha256`), storedHash(app, row, name)]);
}

const stateOf = (frozen: string | undefined, found: readonly string[]): ProofState =>
  frozen === undefined ? "unproven" : found.every((hash) => hash === frozen) ? "whole" : "changed";

/**
 * Whether a file of a case is the one that was handed in or rendered: by what the log holds, and where that has expired, by
 * its own row. It is read whole: about half a second of the largest.
 */
export function isKeptFile(app: pb.App, row: pb.Record, name: string): boolean {
  const field = ["file", "pdf", "docx"].find((one) => row.getString(one) === name);
  if (field === undefined) return true;
  const isEvidence = field === "file";
  const hash = row.getString(isEvidence ? "sha256" : `${field}Sha256`);
  const kind = isEvidence ? "breach_evidence.act" : "breach_reports.act";
  const action = isEvidence ? "evidence" : `file-${field}`;
  const frozen = ledgeredIn(app, row.getString("breach"), kind).get(`${action} ${row.id}`) ?? hash;
  return stateOf(frozen, [hash, storedHash(app, row, name)]) === "whole";
}

/** Hash of a file as it lies in the storage; '' where it is gone. */
function storedHash(app: pb.App, row: pb.Record, name: string): string {
  try {
    return hashOf(
      $filesystem.fileFromPath($filepath.join(app.dataDir(), "storage", row.baseFilesPath(), name)),
    );
  } catch {
    return "";
  }
}

/** By "action id" of the row; the events of a case carry its id as their trace. */
function ledgeredIn(app: pb.App, breach: string, kind = "breach_reports.act"): Ledgered {
  const select = `SELECT detail FROM events INDEXED BY idx_events_trace
     WHERE trace = {:breach} AND trace <> '' AND kind = {:kind} AND orderedBy = 0 ORDER BY seq`;
  const details = rowsOf(app, ["detail"], select, { breach, kind }).map(
    ([detail]) => JSON.parse(String(detail)) as { id: string; action: string; hash?: string },
  );
  return new Map(
    details.flatMap(({ id, action, hash }): [string, string][] => (hash ? [[`${action} ${id}`, hash]] : [])),
  );
}
