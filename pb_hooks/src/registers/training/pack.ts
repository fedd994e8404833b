import { type PackTraining, trainingCsv } from "#domain/registers/training/pack";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import type { Packing, PackPart } from "../register.ts";

/** All completions up to the end of the period: the ICO asks about two years. */
export function trainingInPack({ tx, to }: Packing): PackPart {
  const entries = trainingUpTo(tx, to);
  return {
    folders: [
      {
        name: "training/",
        holds: "training.csv: data protection training as it was entered, with what was corrected",
      },
    ],
    files: [{ path: "training/training.csv", text: trainingCsv(entries) }],
    rows: entries.length,
  };
}

/** Entries of training by day, corrections and what they correct among them. */
function trainingUpTo(app: pb.App, to: string): PackTraining[] {
  return objectsOf<PackTraining>(
    app,
    ["id", "person", "what", "completedOn", "enteredBy", "enteredAt", "corrects", "reason"],
    `SELECT t.id AS id, coalesce(u.name, '') AS person, t.what AS what, t.completedOn AS completedOn,
       coalesce(b.name, '') AS enteredBy, t."at" AS enteredAt, t.corrects AS corrects, t.reason AS reason
     FROM training_entries t LEFT JOIN users u ON u.id = t.user LEFT JOIN users b ON b.id = t.by
     WHERE t.completedOn <= {:to} ORDER BY u.name COLLATE NOCASE, t.completedOn, t."at", t.id`,
    { to },
  ).map((row) => ({ ...row, enteredAt: iso(row.enteredAt) }));
}
