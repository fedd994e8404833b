import { blindItems } from "#domain/registers/clinic/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { rowsOf } from "../../base/database.ts";
import { midnightIn } from "../../base/time-zone.ts";
import { blindSpotsOf } from "../../clinic/blind-spots.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { doubtfulKinds, isDoubtful } from "../../ledger/read/doubtful.ts";
import type { Reviewing } from "../register.ts";

/** Where the clinic was blind. */
export function agendaOfClinic({ app, nowMs, since }: Reviewing): Draft[] {
  const midnight = midnightIn(clinicOf(app)?.getString("timeZone") ?? "UTC", nowMs);
  return blindItems({
    blind: blindSpotsOf(app, midnight, nowMs).map(({ what, name }) => ({ what: blindWords[what], name })),
    unattributed: unattributedSince(app, since),
    doubtful: doubtfulKinds(app, since, []).reduce((sum, { n }) => sum + n, 0),
  });
}

function unattributedSince(app: pb.App, since: string): number {
  const select = `SELECT count(*) AS n FROM events WHERE kind LIKE 'record.%' AND user = '' AND orderedBy = 0
    AND occurredAt >= {:since} AND NOT (${isDoubtful})`;
  return Number(rowsOf(app, ["n"], select, { since })[0]?.[0] ?? 0);
}

const blindWords = {
  quiet: "not seen today",
  revoked: "revoked",
  "adapter-blind": "a site is not understood",
  "wrong-clock": "its clock is wrong",
  "chain-mismatch": "its receipts don't match",
  gap: "events are missing",
  waiting: "events wait",
} as const;
