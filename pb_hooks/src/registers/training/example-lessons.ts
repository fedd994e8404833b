import { setUpCourses } from "#domain/registers/training/completions";
import { rowsOf } from "../../base/database.ts";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

const day = 86_400_000;

/** After the plan on the desk Joss is given a lesson, and takes it; Maya’s, after yesterday’s letter, waits. */
export function planGivenLessons(stage: Staging): void {
  const { calendar, ids, tx } = stage;
  const dayAfter = (at: number, days: number): string => instantAt(at + days * day).slice(0, 10);
  const idOf = (select: string, params: { readonly [name: string]: string }): string =>
    String(rowsOf(tx, ["id"], select, params)[0]?.[0]);
  const give = (at: number, person: string, reason: string, after: () => object): void =>
    stage.plan(at, () =>
      stage.act("ingrid", "given_lessons.add", {
        user: ids.person(person),
        course: setUpCourses.confidentiality,
        reason,
        due: dayAfter(at, 14),
        ...after(),
      }),
    );
  give(
    calendar.at([8, 5], 12),
    "joss",
    "A treatment plan lay where people waiting could read it. Please go through it before you are at the desk again.",
    () => ({
      incident: idOf("SELECT id FROM breaches WHERE title = {:title}", {
        title: "Treatment plan left face up at the front desk",
      }),
    }),
  );
  give(
    Math.min(calendar.at(0, 0, 1), calendar.now - 90_000),
    "maya",
    "A letter went out although it was held. The approved way would have taken a minute.",
    () => ({
      entry: idOf(
        `SELECT id FROM events WHERE kind = 'mail.outcome' AND user = {:user} AND detail <> ''
         AND detail->>'outcome' = 'sent-anyway' ORDER BY seq DESC`,
        { user: ids.person("maya") },
      ),
    }),
  );
}
