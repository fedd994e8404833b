import { policy } from "#domain/policy";
import type { Draft } from "#domain/registers/reviews/item";
import { isInDate, windowOf, worstOf } from "#domain/registers/training/compliance";
import { lessonItems, type ReviewedTraining, trainingItems } from "#domain/registers/training/for-review";
import { helpedOf } from "#domain/registers/training/given";
import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import type { Arrived, Reviewing } from "../register.ts";
import { followedLessons } from "./followed.ts";
import { stands, trainingFacts } from "./standing.ts";
import { targetNow } from "./targets.ts";

/** Who is in date with all that is asked, whose training ends, and who came. */
export function agendaOfTraining({ app, today, arrived }: Reviewing): Draft[] {
  const starters = startersIn(app, arrived);
  const people = stands(trainingFacts(app, today)).map(({ person, onLeave, cells }): ReviewedTraining => {
    const state = worstOf(cells);
    return {
      user: person.id,
      state,
      onLeave,
      endsSoon: cells.some((cell) => isInDate(cell) && windowOf(cell.until, today) === 0),
      isNew: starters.has(person.id),
    };
  });
  return trainingItems(people, targetNow(app), policy.trainingRunsOut.amounts[0]);
}

function startersIn(app: pb.App, { after, upTo }: Arrived): Set<string> {
  const select = `SELECT detail->>'id' AS id FROM events WHERE seq > {:after} AND seq <= {:upTo} AND kind = 'users.act'
     AND detail <> '' AND detail->>'action' IN ('invite', 'add')`;
  return new Set(rowsOf(app, ["id"], select, { after, upTo }).map(([id]) => String(id)));
}

/** Whether lessons after a finding helped, of all together; told anew where one was given since. */
export function agendaOfLessons({ app, today, since }: Reviewing): Draft[] {
  const fresh = followedLessons(app, `g."at" >= {:since}`, { since: stored(since) }).length;
  return lessonItems(helpedOf(followedLessons(app), today), fresh);
}
