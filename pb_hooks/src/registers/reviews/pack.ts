import type { PackPlan } from "#domain/work/evidence-pack";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";

/** Weekly reviews of the weeks that begin in a period: signed ones, and those not held, with the reason. */
export function reviewsIn(app: pb.App, from: string, to: string): PackPlan["reviews"] {
  return objectsOf<PackPlan["reviews"][number]>(
    app,
    ["id", "number", "weekOf", "state", "signedAt", "hash", "missedReason"],
    `SELECT id, number, weekOf, state, signedAt, hash, missedReason FROM reviews
     WHERE weekOf >= {:from} AND weekOf <= {:to} AND state IN ('signed', 'missed') ORDER BY weekOf`,
    { from, to },
  ).map((row) => ({ ...row, signedAt: iso(row.signedAt) }));
}
