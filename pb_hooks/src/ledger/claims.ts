import { nowMs } from "../base/clock.ts";
import { execute } from "../base/database.ts";

/** Nothing is claimed for longer, in milliseconds: a claim that reaches further was made by a clock that ran ahead. */
const longestClaim = 25 * 3_600_000;

/**
 * Takes a task for this process until a time, so that a server and a command beside it never do it at once. A claim
 * that nobody gave back, because its process died, ends by itself.
 *
 * @param until - Milliseconds since 1970.
 * @returns false where somebody holds it.
 */
export function claim(app: pb.App, name: string, until: number): boolean {
  const taken = execute(
    app,
    `INSERT INTO ledger_claims (name, until) VALUES ({:name}, {:until})
     ON CONFLICT (name) DO UPDATE SET until = excluded.until WHERE until <= {:now} OR until > {:latest}`,
    { name, until, now: nowMs(), latest: nowMs() + longestClaim },
  );
  return taken === 1;
}

export function release(app: pb.App, name: string): void {
  execute(app, "DELETE FROM ledger_claims WHERE name = {:name}", { name });
}
