import type { PackPlan } from "#domain/work/evidence-pack";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";

/** Entries of training by day, corrections and what they correct among them. */
export function trainingIn(app: pb.App, to: string): PackPlan["training"] {
  return objectsOf<PackPlan["training"][number]>(
    app,
    ["id", "person", "what", "completedOn", "enteredBy", "enteredAt", "corrects", "reason"],
    `SELECT t.id AS id, coalesce(u.name, '') AS person, t.what AS what, t.completedOn AS completedOn,
       coalesce(b.name, '') AS enteredBy, t."at" AS enteredAt, t.corrects AS corrects, t.reason AS reason
     FROM training_entries t LEFT JOIN users u ON u.id = t.user LEFT JOIN users b ON b.id = t.by
     WHERE t.completedOn <= {:to} ORDER BY u.name COLLATE NOCASE, t.completedOn, t."at", t.id`,
    { to },
  ).map((row) => ({ ...row, enteredAt: iso(row.enteredAt) }));
}
