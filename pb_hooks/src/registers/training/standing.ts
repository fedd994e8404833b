import {
  type Cell,
  type Completion,
  type CountedCourse,
  cellOf,
  newestUpTo,
} from "#domain/registers/training/compliance";
import type { Requirement } from "#domain/registers/training/needs";
import { isWithin } from "#domain/registers/training/validity";
import { type CourseRow, completionsIn, coursesIn, renewalsIn, requirementsIn } from "./rows.ts";
import { type NamedWorker, workersIn } from "./workers.ts";

/** All that training is judged by, read once. */
export interface TrainingFacts {
  readonly workers: readonly NamedWorker[];
  readonly courses: readonly CourseRow[];
  readonly completions: readonly Completion[];
  readonly requirements: ReadonlyMap<string, readonly Requirement[]>;
  readonly renewals: ReadonlyMap<string, CountedCourse["renewals"]>;
}

export function trainingFacts(app: pb.App): TrainingFacts {
  const completions = completionsIn(app);
  return {
    workers: workersIn(app, completions),
    courses: coursesIn(app),
    completions,
    requirements: requirementsIn(app),
    renewals: renewalsIn(app),
  };
}

/** How one person stands to each of these courses. */
export interface PersonStands {
  readonly person: NamedWorker;
  readonly onLeave: boolean;
  readonly cells: readonly Cell[];
}

/** Courses that are given on a day, or that somebody is asked for. */
export const coursesOn = ({ courses }: TrainingFacts, day: string): CourseRow[] =>
  courses.filter(({ retired }) => retired === "" || day <= retired);

/** How everybody who works here on a day stands to these courses. */
export function standsOn(facts: TrainingFacts, courses: readonly CourseRow[], day: string): PersonStands[] {
  const newest = newestUpTo(facts.completions, day);
  const counted = courses.map(({ id }) => ({
    course: { id, renewals: facts.renewals.get(id) ?? [] },
    requirements: facts.requirements.get(id) ?? [],
  }));
  return facts.workers.flatMap((person) => {
    const here = person.works.find((works) => isWithin(day, works));
    if (!here) return [];
    const worker = { ...person, ...here };
    return [
      {
        person,
        onLeave: person.leaves.some((leave) => isWithin(day, leave)),
        cells: counted.map(({ course, requirements }) => cellOf(worker, course, requirements, newest, day)),
      },
    ];
  });
}
