import { outcomeOf } from "#domain/registers/training/given";
import { nowMs } from "../../base/clock.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";
import { followedLessons } from "./followed.ts";
import { daysIn } from "./rows.ts";

/** Training by the day on which it was completed; what was mended, taken back or undone does not count. */
export const trainingFigures = (counting: Counting): Figure[] => [
  completedFigure(counting),
  lessonsFigure(counting),
];

function completedFigure({ app, time, spans }: Counting): Figure {
  const days = daysIn(app);
  const within = (first: string, last: string) => days.filter((day) => first <= day && day <= last).length;
  const counts = spans.map(({ firstDay: first, lastDay: last }) => ({ completed: within(first, last) }));
  return { key: "training", since: firstDay(app, time, [begun]), counts };
}

/** Lessons given after a finding by the day on which they were given, and what became of them by now. */
function lessonsFigure({ app, time, spans }: Counting): Figure {
  const today = time.date(nowMs());
  const lessons = followedLessons(app).map((lesson) => ({
    givenOn: lesson.givenOn,
    outcome: outcomeOf(lesson, today),
  }));
  const counts = spans.map(({ firstDay: first, lastDay: last }) => {
    const within = lessons.filter(({ givenOn }) => first <= givenOn && givenOn <= last);
    const count = (...of: readonly string[]) => within.filter(({ outcome }) => of.includes(outcome)).length;
    return { again: count("again"), not: count("not"), unknown: count("young", "open") };
  });
  return { key: "given-lessons", since: firstDay(app, time, [begun]), counts };
}
