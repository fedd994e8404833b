import type { ReviewDesk } from "#domain/registers/reviews/desk";
import { type Caller, caller } from "../../base/caller.ts";
import { concernedIn } from "./concerned.ts";
import { weeksOf } from "./this-week.ts";

/** `GET /review`: how this week's review stands. Of whom an item concerns, each is told of themselves alone. */
export function review(e: pb.RequestEvent): void {
  e.json(200, reviewDeskFor(e.app, caller(e, ["manager", "dpo", "auditor"]), Date.now()));
}

export function reviewDeskFor(app: pb.App, person: Caller, nowMs: number): ReviewDesk {
  const weeks = weeksOf(app, nowMs);
  const open = weeks.open?.id ?? "";
  const items =
    open === "" ? [] : app.findRecordsByFilter("review_items", "review = {:open}", "", 0, 0, { open });
  return {
    asOf: new Date(nowMs).toISOString(),
    weekOf: weeks.thisWeek,
    open,
    done: weeks.done,
    missed: [...weeks.missed],
    locked: items.filter((item) => concernedIn(app, item).includes(person.id)).map(({ id }) => id),
  };
}
