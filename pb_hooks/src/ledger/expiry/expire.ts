import { rangesOf } from "#domain/base/seq-ranges";
import type { ClockState } from "#domain/ledger/clock";
import { type Expiry, expiries } from "#domain/ledger/retention";
import { nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { append } from "../chain/append.ts";
import { head } from "../chain/head.ts";
import { inLedgerTransaction } from "../chain/transaction.ts";
import { claim, release } from "../claims.ts";
import { clockState, rememberClock } from "../ingest/clock-state.ts";
import { blank } from "./blank.ts";
import { scrub } from "./scrub.ts";

/** Events blanked by one order, and stretches that it names: the trigger looks for each event among the stretches. */
const mostEvents = 20_000;
const mostRanges = 500;
/** How long an expiry may take before another may think it dead, in milliseconds. */
const longestRun = 3_600_000;

/** What an expiry came to. */
export type Expired =
  | { readonly is: "done"; readonly expired: number }
  /** Another one is running. */
  | { readonly is: "running" }
  /** Nothing expires while the clock is in doubt. */
  | { readonly is: "stands"; readonly clock: Exclude<ClockState, { is: "right" }> };

/**
 * Blanks every event whose time is over, family by family (domain/policy.ts, `retentionDays`). It goes by one reading of
 * the clock, the one that was held against the chain: what is blanked comes back by no correction.
 */
export function expire(app: pb.App): Expired {
  const at = nowMs();
  if (!claim(app, "expire", at + longestRun)) return { is: "running" };
  try {
    const newest = head(app).seq;
    const clock = clockState(app, at);
    if (clock.is !== "right") return { is: "stands", clock };
    rememberClock(app, newest);
    let expired = 0;
    for (const rule of expiries(at)) {
      let some = 0;
      do {
        some = expireSome(app, rule);
        expired += some;
      } while (some > 0);
    }
    scrub(app);
    return { is: "done", expired };
  } finally {
    release(app, "expire");
  }
}

/** Why nothing expired, for a terminal and the server's log. */
export function whyItStands({ is, after, before, to }: Exclude<ClockState, { is: "right" }>): string {
  return is === "ahead"
    ? `Nothing is expired: the server’s clock jumped from ${before}, the time of event ${after}, to ${to}. The lead confirms the time in the dashboard, under Today; then expiry goes on.`
    : `Nothing is expired: the server’s clock says ${to}, before event ${after} of ${before}. Set the clock right; then expiry goes on.`;
}

/** Events of a family that are over their time. What is kept for ever is passed over, and is little. */
export const dueSelect = `SELECT seq FROM events INDEXED BY idx_events_live WHERE orderedBy = 0 AND receivedAt < {:before}
  AND kind >= {:from} AND kind < {:to} ORDER BY seq LIMIT {:most}`;

function expireSome(app: pb.App, { family, before, rule }: Expiry): number {
  return inLedgerTransaction(app, (tx) => {
    const due = rowsOf(tx, ["seq"], dueSelect, {
      before,
      from: `${family}.`,
      to: `${family}/`,
      most: mostEvents,
    }).map(([seq]) => Number(seq));
    if (due.length === 0) return 0;
    const ranges = rangesOf(due).slice(0, mostRanges);
    const last = ranges[ranges.length - 1]?.[1] ?? 0;
    const [order] = append(tx, [{ kind: "event.expire", detail: { v: 1, seqs: ranges, rule } }]);
    const seqs = due.filter((seq) => seq <= last);
    blank(tx, seqs, order?.seq ?? 0);
    return seqs.length;
  });
}
