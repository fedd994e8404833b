import { policy } from "#domain/policy";
import type { Role } from "#domain/roles";
import type { Caller } from "../base/caller.ts";
import { execute, objectsOf } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { stored } from "../base/time.ts";
import { offsetMs } from "../base/time-zone.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { workOf } from "./my-work-route.ts";

/**
 * Claims the day's digest of everybody for whom something waits, once a clinic's day from its hour on; a server that was
 * off in the morning does it when it starts. It is mailed like every reminder, and says how much, never what.
 */
export function claimDigests(app: pb.App, nowMs: number): void {
  if (!app.settings().smtp.enabled) return;
  const zone = clinicOf(app)?.getString("timeZone") ?? "UTC";
  const local = new Date(nowMs + offsetMs(zone, nowMs));
  if (local.getUTCHours() < policy.digestAtHour.amount) return;
  const due = stored(`${local.toISOString().slice(0, 10)}T00:00:00.000Z`);
  const now = stored(new Date(nowMs).toISOString());
  for (const person of unclaimed(app, due)) {
    const waits = count(app, person, nowMs) > 0;
    execute(
      app,
      `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
       VALUES ({:id}, 'digest', {:to}, {:due}, {:to}, 0, {:saidAt}, {:mail}, '', 0, {:now})
       ON CONFLICT (kind, subject, due) DO NOTHING`,
      { id: newId(), to: person.id, due, now, saidAt: waits ? now : "", mail: waits ? "waiting" : "none" },
    );
  }
}

/** How much waits for a person, from every register. */
function count(app: pb.App, person: Caller, nowMs: number): number {
  const { decide, actions } = workOf(app, person, nowMs);
  return decide.length + actions.length;
}

function unclaimed(app: pb.App, due: string): Caller[] {
  return objectsOf<{ id: string; name: string; role: Role }>(
    app,
    ["id", "name", "role"],
    `SELECT id, name, role FROM users u WHERE active = TRUE AND enrolled = TRUE AND email <> '' AND role <> 'auditor'
       AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.kind = 'digest' AND r.subject = u.id AND r.due = {:due})`,
    { due },
  ).map((one) => ({ ...one, outside: false }));
}
