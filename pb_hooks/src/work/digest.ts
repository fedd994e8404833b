import { milliseconds, policy } from "#domain/policy";
import type { Role } from "#domain/roles";
import type { DeskRow } from "#domain/work/desk";
import type { Caller } from "../base/caller.ts";
import { execute, objectsOf } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { stored } from "../base/time.ts";
import { offsetMs } from "../base/time-zone.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { decisionsFor } from "./my-work-route.ts";
import { owedFor } from "./owed.ts";

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
    const waits = waitsFor(app, person, nowMs);
    execute(
      app,
      `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
       VALUES ({:id}, 'digest', {:to}, {:due}, {:to}, 0, {:saidAt}, {:mail}, '', 0, {:now})
       ON CONFLICT (kind, subject, due) DO NOTHING`,
      { id: newId(), to: person.id, due, now, saidAt: waits ? now : "", mail: waits ? "waiting" : "none" },
    );
  }
}

/**
 * Whether a person is to be told: something to decide, an action to do or to verify, or whatever else of the one list is
 * theirs and is over, due without delay, or ends within a day.
 */
const waitsFor = (app: pb.App, person: Caller, nowMs: number): boolean =>
  decisionsFor(app, person).length > 0 ||
  owedFor(app, person, nowMs).some((row) => row.mine && (row.action !== undefined || presses(row, nowMs)));

const presses = ({ due, kind }: DeskRow, nowMs: number): boolean =>
  due !== "" && kind !== "grant" && Date.parse(due) <= nowMs + milliseconds(policy.digestLooksAhead);

function unclaimed(app: pb.App, due: string): Caller[] {
  return objectsOf<{ id: string; name: string; role: Role }>(
    app,
    ["id", "name", "role"],
    `SELECT id, name, role FROM users u WHERE active = TRUE AND enrolled = TRUE AND email <> '' AND role <> 'auditor'
       AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.kind = 'digest' AND r.subject = u.id AND r.due = {:due})`,
    { due },
  ).map((one) => ({ ...one, outside: false }));
}
