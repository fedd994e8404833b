import { policy } from "#domain/policy";
import { cctvDue } from "#domain/registers/cctv/standing";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { type DayOfRow, remindersOfDays } from "../day-reminders.ts";
import type { Due } from "../register.ts";
import { gathered } from "./gather.ts";
import { aroundIn } from "./gives.ts";

/** What has little time between its reminder and its end. */
const short: readonly string[] = ["look", "export"];

/**
 * Looks at the recorder, exports, engineers, assessments, reviews of need, answers and our checks whose day comes, or has
 * passed. Each thing that falls due has its own kind: an engineer and a review of one system may fall on one day.
 */
export function dueOfCctv(app: pb.App, nowMs: number): Due[] {
  const today = clinicTime(app).date(nowMs);
  const byThing = new Map<string, DayOfRow[]>();
  for (const { key, on, with: people } of cctvDue(gathered(app, today), aroundIn(app, today))) {
    const [to = ""] = people;
    if (on === "" || to === "") continue;
    const [thing = key, id = key] = key.split(":");
    byThing.set(thing, [...(byThing.get(thing) ?? []), { id, day: on, to }]);
  }
  return [...byThing].flatMap(([thing, days]) => {
    const ahead = (short.includes(thing) ? policy.shortDayRemindedBefore : policy.dayRemindedBefore).amount;
    return remindersOfDays(app, `day-cctv-${thing}`, days, nowMs, ahead);
  });
}
