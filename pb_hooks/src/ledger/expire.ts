import { type Expiry, expiries } from "#domain/retention";
import { rangesOf } from "#domain/seq-ranges";
import { append } from "./append.ts";
import { blank } from "./blank.ts";
import { claim, release } from "./claims.ts";
import { rowsOf } from "./database.ts";
import { scrub } from "./scrub.ts";
import { inLedgerTransaction } from "./transaction.ts";

/** Events blanked by one order, and stretches that it names: the trigger looks for each event among the stretches. */
const mostEvents = 20_000;
const mostRanges = 500;
/** How long an expiry may take before another may think it dead, in milliseconds. */
const longestRun = 3_600_000;

/**
 * Blanks every event whose time is over, family by family (domain/policy.ts, `retentionDays`).
 *
 * @returns How many; undefined where another expiry is running.
 */
export function expire(app: pb.App): number | undefined {
  if (!claim(app, "expire", Date.now() + longestRun)) return undefined;
  try {
    let expired = 0;
    for (const rule of expiries(Date.now())) {
      let some = 0;
      do {
        some = expireSome(app, rule);
        expired += some;
      } while (some > 0);
    }
    scrub(app);
    return expired;
  } finally {
    release(app, "expire");
  }
}

function expireSome(app: pb.App, { family, before, rule }: Expiry): number {
  return inLedgerTransaction(app, (tx) => {
    const due = rowsOf(
      tx,
      ["seq"],
      `SELECT seq FROM events INDEXED BY idx_events_live WHERE orderedBy = 0 AND receivedAt < {:before}
         AND kind >= {:from} AND kind < {:to} ORDER BY seq LIMIT {:most}`,
      { before, from: `${family}.`, to: `${family}/`, most: mostEvents },
    ).map(([seq]) => Number(seq));
    if (due.length === 0) return 0;
    const ranges = rangesOf(due).slice(0, mostRanges);
    const last = ranges[ranges.length - 1]?.[1] ?? 0;
    const [order] = append(tx, [{ kind: "event.expire", detail: { v: 1, seqs: ranges, rule } }]);
    const seqs = due.filter((seq) => seq <= last);
    blank(tx, seqs, order?.seq ?? 0);
    return seqs.length;
  });
}
