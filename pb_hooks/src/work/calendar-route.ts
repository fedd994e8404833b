import { policy } from "#domain/policy";
import { calendarOf, type DueDay, toldOutside } from "#domain/work/calendar-feed";
import { type Caller, liveById } from "../base/caller.ts";
import { nowMs } from "../base/clock.ts";
import { execute, rowsOf } from "../base/database.ts";
import { key } from "../base/keys.ts";
import { reading } from "../base/once.ts";
import { clinicTime } from "../clinic/clinic-time.ts";
import { calendarOwner } from "../people/calendar-links.ts";
import { bookTry, forgive, onCalendar } from "../people/failures.ts";
import { owedFor } from "./owed.ts";

/**
 * `GET /calendar.ics?key`: the due days of whose private address it is, and nothing else: no name, no title, no number of a
 * case. An address that was never made and one that has ended are answered alike.
 *
 * @throws {NotFoundError} @throws {ApiError} 429 after too many wrong keys from one place, or too many readings of one.
 */
export function calendar(e: pb.RequestEvent): void {
  const count = onCalendar(e);
  const booked = bookTry(e.app, [count]);
  const owner = calendarOwner(e.app, e.requestInfo().query.key ?? "");
  const person = owner && liveById(e.app, owner.user);
  if (!owner || !person) throw new NotFoundError("There is no such calendar.");
  forgive(e.app, booked, count);
  countReading(e.app, owner.id);
  const headers = e.response.header();
  headers.set("Content-Type", "text/calendar; charset=utf-8");
  headers.set("Cache-Control", "private, no-store");
  headers.set("Content-Disposition", 'inline; filename="chaperone.ics"');
  const at = nowMs();
  const site = $os.getenv("CHAPERONE_URL");
  const days = reading(() => daysOf(e.app, person, at));
  e.response.write(toBytes(calendarOf({ site, madeAtMs: at, days })));
}

function daysOf(app: pb.App, person: Caller, at: number): DueDay[] {
  const { date } = clinicTime(app);
  return owedFor(app, person, at)
    .filter(({ mine, due }) => mine && due !== "")
    .map((row) => ({
      uid: $security.hs256(`calendar ${person.id} ${row.key}`, key("digest.key")).slice(0, 32),
      on: date(Date.parse(row.due)),
      ...toldOutside(row),
    }));
}

const hourMs = 3_600_000;

function countReading(app: pb.App, id: string): void {
  const hour = Math.floor(nowMs() / hourMs);
  const count =
    "UPDATE calendar_links SET reads = CASE hour WHEN {:hour} THEN reads + 1 ELSE 1 END, hour = {:hour}";
  execute(app, `${count} WHERE id = {:id}`, { hour, id });
  const [row] = rowsOf(app, ["reads"], "SELECT reads FROM calendar_links WHERE id = {:id}", { id });
  if (Number(row?.[0]) > policy.calendarReadsHourly.amount)
    throw new ApiError(429, "This calendar is read too often. Ask again in an hour.", {});
}
