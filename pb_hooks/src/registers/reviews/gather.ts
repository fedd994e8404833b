import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { head } from "../../ledger/chain/head.ts";
import type { Reviewing } from "../register.ts";

let bring: ((reviewing: Reviewing) => Draft[]) | undefined;

/** What all registers bring onto the agenda; said once, where the server is put together. */
export function offerToReviews(agenda: (reviewing: Reviewing) => Draft[]): void {
  bring = agenda;
}

/** What the registers bring, as of now. @throws {Error} If nothing was offered: an empty agenda would be a claim. */
export function broughtAt(app: pb.App, nowMs: number, today: string): Draft[] {
  if (!bring) throw new Error("the registers have offered nothing to the review");
  const upTo = head(app).seq;
  const last = lastReviewed(app);
  const after = last ? seqOf(app, last) : 0;
  return bring({
    app,
    nowMs,
    today,
    since: last ? iso(last.asOf) : new Date(0).toISOString(),
    arrived: { after, upTo },
    arrivedSinceAsked: (key) => {
      const asked = lastAsked(app, key);
      return { after: asked ? seqOf(app, asked) : after, upTo };
    },
  });
}

interface Filled {
  readonly asOf: string;
  /** Seq of the newest event when it was filled; 0 of reviews of before, which did not note it. */
  readonly upToSeq: number;
}

/** The last review that was held: what came later has not been looked at. */
const lastReviewed = (app: pb.App): Filled | undefined =>
  objectsOf<Filled>(
    app,
    ["asOf", "upToSeq"],
    "SELECT asOf, upToSeq FROM reviews WHERE state IN ('held', 'signed') ORDER BY asOf DESC LIMIT 1",
  )[0];

function seqOf(app: pb.App, { asOf, upToSeq }: Filled): number {
  if (upToSeq > 0) return upToSeq;
  // From the newest back: no more is walked than came since.
  const select = "SELECT seq FROM events WHERE receivedAt <= {:asOf} ORDER BY seq DESC LIMIT 1";
  return Number(rowsOf(app, ["seq"], select, { asOf: iso(asOf) })[0]?.[0] ?? 0);
}

/** The last signed review that asked a topic. */
export function lastAsked(app: pb.App, key: string): ({ readonly weekOf: string } & Filled) | undefined {
  return objectsOf<{ weekOf: string } & Filled>(
    app,
    ["weekOf", "asOf", "upToSeq"],
    `SELECT r.weekOf AS weekOf, r.asOf AS asOf, r.upToSeq AS upToSeq FROM reviews r JOIN review_items i ON i.review = r.id
     WHERE i.key = {:key} AND r.state = 'signed' ORDER BY r.weekOf DESC LIMIT 1`,
    { key },
  )[0];
}
