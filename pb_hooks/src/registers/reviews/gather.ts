import { policy } from "#domain/policy";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { before, iso } from "../../base/time.ts";
import type { Reviewing } from "../register.ts";

let bring: ((reviewing: Reviewing) => Draft[]) | undefined;

/** What all registers bring onto the agenda; said once, where the server is put together. */
export function offerToReviews(agenda: (reviewing: Reviewing) => Draft[]): void {
  bring = agenda;
}

/** What the registers bring, as of now. @throws {Error} If nothing was offered: an empty agenda would be a claim. */
export function broughtAt(app: pb.App, nowMs: number, today: string): Draft[] {
  if (!bring) throw new Error("the registers have offered nothing to the review");
  const since = lastReviewed(app) ?? before(nowMs, policy.weekOfFigures);
  return bring({ app, nowMs, today, since, sinceAsked: (key) => lastAsked(app, key)?.asOf ?? since });
}

/** Figures of the last review that was held: what is newer has not been looked at. */
function lastReviewed(app: pb.App): string | undefined {
  const select = "SELECT max(asOf) AS at FROM reviews WHERE state IN ('held', 'signed')";
  const at = rowsOf(app, ["at"], select)[0]?.[0];
  return at ? iso(String(at)) : undefined;
}

/** The last signed review that asked a topic. */
export function lastAsked(
  app: pb.App,
  key: string,
): { readonly weekOf: string; readonly asOf: string } | undefined {
  const [row] = objectsOf<{ weekOf: string; asOf: string }>(
    app,
    ["weekOf", "asOf"],
    `SELECT r.weekOf AS weekOf, r.asOf AS asOf FROM reviews r JOIN review_items i ON i.review = r.id
     WHERE i.key = {:key} AND r.state = 'signed' ORDER BY r.weekOf DESC LIMIT 1`,
    { key },
  );
  return row && { ...row, asOf: iso(row.asOf) };
}
