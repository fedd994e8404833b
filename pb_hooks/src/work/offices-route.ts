import { isRealDay } from "#domain/base/civil-date";
import { clinicId } from "#domain/clinic/clinic";
import { type OfficesAnswer, officesOn, officesQuery } from "#domain/people/offices";
import { type StatedChange, statedColumns } from "#domain/people/stated";
import type { Touch } from "#domain/people/stretches";
import { caller } from "../base/caller.ts";
import { nowMs } from "../base/clock.ts";
import { rowsOf } from "../base/database.ts";
import { parsed, refuse } from "../base/refusal.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { clinicTime } from "../clinic/clinic-time.ts";

/** `GET /offices?day=2026-11-20`: who was lead, manager, on duty or deputy on a day, from the events of the log. */
export function officesRoute(e: pb.RequestEvent): void {
  caller(e, ["manager", "dpo", "auditor"]);
  const { day } = parsed({ day: e.requestInfo().query.day }, officesQuery);
  if (!isRealDay(day)) refuse("day", "invalid_format", "There is no such day.");
  const time = clinicTime(e.app);
  if (day > time.date(nowMs())) refuse("day", "too_big", "This day is still to come.");
  const { from: start, to } = time.bounds(day, day);
  // Of today only what has been.
  const end = new Date(Math.min(Date.parse(to) + 1, nowMs())).toISOString();
  e.json(200, officesFor(e.app, { day, start, end }));
}

function officesFor(app: pb.App, day: Pick<OfficesAnswer, "day" | "start" | "end">): OfficesAnswer {
  const touches = touchesOf(app);
  const clinic = clinicOf(app);
  const columns = statedColumns.clinic ?? [];
  const now = Object.fromEntries(columns.map((column) => [column, clinic?.getString(column) ?? ""]));
  const people = app.findRecordsByFilter("users", "", "name,id", 0, 0).map((person) => ({
    id: person.id,
    role: person.getString("role"),
    active: person.getBool("active"),
    touches: touches.get(person.id) ?? [],
  }));
  return officesOn({ now, touches: touches.get(clinicId) ?? [] }, people, day);
}

/** Events of the clinic's row and of people's, by row: some hundreds in years, found by their kinds. */
function touchesOf(app: pb.App): Map<string, Touch[]> {
  const rows = rowsOf(
    app,
    ["row", "at", "fields", "changed", "action"],
    `SELECT detail->>'id' AS row, receivedAt AS at, coalesce(detail->'fields', '[]') AS fields,
       coalesce(detail->'changed', '[]') AS changed, coalesce(detail->>'action', '') AS action
     FROM events INDEXED BY idx_events_kind WHERE detail <> '' AND kind IN
       ('users.act', 'users.create', 'users.update', 'clinic.act', 'clinic.create', 'clinic.update') ORDER BY seq`,
  );
  const found = new Map<string, Touch[]>();
  for (const [row, at, fields, changed, action] of rows) {
    const touch = {
      at: String(at),
      fields: JSON.parse(String(fields)) as string[],
      changed: [...(JSON.parse(String(changed)) as StatedChange[]), ...saidByAction(String(action))],
    };
    found.set(String(row), [...(found.get(String(row)) ?? []), touch]);
  }
  return found;
}

/** Two acts say by their name alone what they did, in events of earlier versions too. */
function saidByAction(action: string): StatedChange[] {
  if (action === "deactivate") return [{ column: "active", from: "true", to: "false" }];
  return action === "activate" ? [{ column: "active", from: "false", to: "true" }] : [];
}
