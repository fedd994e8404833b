import { type PackWeek, type ReviewPack, weeksCsv } from "#domain/registers/reviews/pack";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import type { Packing, PackPart } from "../register.ts";

/** The weeks of a period, and the minutes of those that were signed. */
export function reviewsInPack({ tx, from, to }: Packing): PackPart {
  const weeks = weeksIn(tx, from, to);
  const signed = weeks
    .filter(({ state }) => state === "signed")
    .map(({ id, weekOf, hash }) => ({ id, weekOf, hash }));
  return {
    folders: [
      {
        name: "reviews/",
        holds:
          "minutes of the weekly reviews as they were signed, and weeks.csv: every week, and why one was not held",
      },
    ],
    files: [{ path: "reviews/weeks.csv", text: weeksCsv(weeks) }],
    rows: weeks.length,
    parts: { reviews: { signed } satisfies ReviewPack },
  };
}

/** Weekly reviews of the weeks that begin in a period: signed ones, and those not held, with the reason. */
function weeksIn(app: pb.App, from: string, to: string): PackWeek[] {
  return objectsOf<PackWeek>(
    app,
    ["id", "number", "weekOf", "state", "signedAt", "hash", "missedReason"],
    `SELECT id, number, weekOf, state, signedAt, hash, missedReason FROM reviews
     WHERE weekOf >= {:from} AND weekOf <= {:to} AND state IN ('signed', 'missed') ORDER BY weekOf`,
    { from, to },
  ).map((row) => ({ ...row, signedAt: iso(row.signedAt) }));
}
