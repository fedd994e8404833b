import { setUpCourses } from "#domain/registers/training/completions";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";
import { planGivenLessons } from "./example-lessons.ts";

type Done = readonly [person: string, daysAgo: number];

/** Days before today on which somebody completed data protection training; Maya’s is over two years old: late. */
const dataProtection: readonly Done[] = [
  ["tom", 210],
  ["joss", 212],
  ["amara", 330],
  ["maya", 761],
  ["ingrid", 90],
  ["priya", 95],
  ["sam", 120],
];
/** In time for all; Amara’s ends in three weeks. */
const confidentiality: readonly Done[] = [
  ["priya", 60],
  ["ingrid", 58],
  ["amara", 344],
  ["tom", 57],
  ["maya", 50],
  ["sam", 51],
  ["joss", 49],
];
/** Odd: Joss’s was entered for the wrong day, and mended. */
const recordKeeping: readonly Done[] = [
  ["priya", 59],
  ["ingrid", 58],
  ["amara", 40],
  ["tom", 44],
  ["maya", 41],
];

/** Priya entered it when the clinic had been set up, and asks for a course of the clinic’s own. */
export function planTraining(stage: Staging): void {
  planGivenLessons(stage);
  const { calendar, ids } = stage;
  const dayOf = (daysAgo: number): string => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  let minute = 0;
  const soon = (play: () => void): void => {
    stage.plan(calendar.at(calendar.began, 15, minute), play);
    minute += 1;
  };
  const enter =
    (course: string, evidence: "stated" | "assessor") =>
    ([person, daysAgo]: Done) => {
      const data = {
        user: ids.person(person),
        course,
        completedOn: dayOf(daysAgo),
        evidence,
        ...(evidence === "assessor" && { assessor: "Priya Raman" }),
      };
      const play = () => stage.act("priya", "completions.add", data);
      if (daysAgo > calendar.began) soon(play);
      else stage.plan(calendar.at(daysAgo, 17, 5), play);
    };
  dataProtection.forEach(enter(setUpCourses.dataProtection, "stated"));
  confidentiality.forEach(enter(setUpCourses.confidentiality, "assessor"));
  recordKeeping.forEach(enter(setUpCourses.recordKeeping, "assessor"));
  stage.plan(calendar.at(38, 9, 30), () => {
    const entered = stage.act("priya", "completions.add", {
      user: ids.person("joss"),
      course: setUpCourses.recordKeeping,
      completedOn: dayOf(42),
      evidence: "assessor",
      assessor: "Ingrid Tolhurst",
    });
    stage.act("priya", "completions.correct", {
      completion: entered.id,
      completedOn: dayOf(39),
      reason: "The course was three days later.",
    });
  });
  stage.plan(calendar.at(30, 11), () =>
    stage.act("priya", "staff_periods.add", {
      user: ids.person("sam"),
      kind: "leave",
      from: dayOf(28),
      until: "",
    }),
  );
}
