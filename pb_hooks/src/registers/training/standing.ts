import { type Cell, type CountedCourse, judged, judgingOn } from "#domain/registers/training/compliance";
import { type Colleague, needOf, type Requirement } from "#domain/registers/training/needs";
import { isWithin } from "#domain/registers/training/validity";
import {
  type Completed,
  type CourseRow,
  completedIn,
  coursesIn,
  renewalsIn,
  requirementsIn,
} from "./rows.ts";
import { type NamedColleague, workersIn } from "./workers.ts";

/** All that training is judged by on a day, read once. */
export interface TrainingFacts {
  /** Civil date. */
  readonly day: string;
  readonly workers: readonly NamedColleague[];
  /** Those that are given on that day. */
  readonly courses: readonly CourseRow[];
  /** By person. */
  readonly completed: ReadonlyMap<string, Completed>;
  readonly requirements: ReadonlyMap<string, readonly Requirement[]>;
  readonly renewals: ReadonlyMap<string, CountedCourse["renewals"]>;
}

/** @param user - Of this person alone. */
export const trainingFacts = (app: pb.App, day: string, user = ""): TrainingFacts => {
  const completed = completedIn(app, day, user);
  const renewals = renewalsIn(app);
  return {
    day,
    workers: workersIn(app, day, completed, user),
    courses: coursesIn(app).filter(
      ({ id, kind, retired }) =>
        (retired === "" || day <= retired) && (kind !== "notice" || isRecorded(renewals.get(id), day)),
    ),
    completed,
    requirements: requirementsIn(app),
    renewals,
  };
};

/** Of a notice that nobody has recorded nothing is asked. */
const isRecorded = (versions: CountedCourse["renewals"] = [], day: string): boolean =>
  versions.some(({ from }) => from <= day);

/** How one person stands to each of these courses. */
export interface PersonStands {
  readonly person: NamedColleague;
  readonly onLeave: boolean;
  readonly cells: readonly Cell[];
}

/** How everybody who works here on that day stands to the courses. */
export function stands({ day, courses, completed, ...facts }: TrainingFacts): PersonStands[] {
  const judging = judgingOn(day);
  const counted = courses.map(({ id }) => ({
    id,
    renewals: facts.renewals.get(id) ?? [],
    needs: needsOf(facts.requirements.get(id) ?? [], day),
  }));
  return facts.workers.flatMap((person) => {
    const here = person.works.find((works) => isWithin(day, works));
    if (!here) return [];
    const worker = { ...person, ...here };
    const newest = completed.get(person.id)?.newest;
    return [
      {
        person,
        onLeave: person.leaves.some((leave) => isWithin(day, leave)),
        cells: counted.map((course) =>
          judged(judging, worker, course, course.needs(worker), newest?.get(course.id)),
        ),
      },
    ];
  });
}

/** What is asked of each: of whoever nothing of their own is said, the same as of others in their place. */
function needsOf(requirements: readonly Requirement[], day: string) {
  const alone = new Set(requirements.map(({ user }) => user));
  const known = new Map<string, Requirement | undefined>();
  return (worker: Colleague): Requirement | undefined => {
    if (alone.has(worker.id)) return needOf(requirements, worker, day);
    const key = `${worker.role} ${worker.practitioner}`;
    if (!known.has(key)) known.set(key, needOf(requirements, worker, day));
    return known.get(key);
  };
}
