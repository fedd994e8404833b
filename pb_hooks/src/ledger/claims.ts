import { execute } from "./database.ts";

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
     ON CONFLICT (name) DO UPDATE SET until = excluded.until WHERE until <= {:now}`,
    { name, until, now: Date.now() },
  );
  return taken === 1;
}

export function release(app: pb.App, name: string): void {
  execute(app, "DELETE FROM ledger_claims WHERE name = {:name}", { name });
}
