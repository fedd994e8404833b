import type { ReviewDesk } from "#domain/registers/reviews/desk";
import { caller } from "../../base/caller.ts";
import { concernedIn } from "./concerned.ts";
import { weeksOf } from "./this-week.ts";

/** `GET /review`: how this week's review stands. Of whom an item concerns, each is told of themselves alone. */
export function review(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const nowMs = Date.now();
  const weeks = weeksOf(e.app, nowMs);
  const open = weeks.open?.id ?? "";
  const items =
    open === "" ? [] : e.app.findRecordsByFilter("review_items", "review = {:open}", "", 0, 0, { open });
  const answer: ReviewDesk = {
    asOf: new Date(nowMs).toISOString(),
    weekOf: weeks.thisWeek,
    open,
    done: weeks.done,
    missed: [...weeks.missed],
    locked: items.filter((item) => concernedIn(e.app, item).includes(person.id)).map(({ id }) => id),
  };
  e.json(200, answer);
}
