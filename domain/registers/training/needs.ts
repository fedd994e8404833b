import type { Role } from "../../roles.ts";
import { isWithin } from "./validity.ts";

/** Whom a requirement is about. `person`: one alone. `not`: one of whom it is not asked, whatever their role says. */
export const requiredOf = ["everyone", "practitioners", "staff", "manager", "dpo", "person", "not"] as const;
export type RequiredOf = (typeof requiredOf)[number];

/** That a course is asked of somebody: it is never changed, but ended, so that every past day can be answered. */
export interface Requirement {
  readonly course: string;
  readonly whom: RequiredOf;
  /** Id of the one person of `person` and `not`; '' else. */
  readonly user: string;
  /** Interval; 0 where it is asked once. */
  readonly months: number;
  /** Days that a starter has, and whoever comes back from leave. */
  readonly graceDays: number;
  /** Civil dates, both within; '' is open. */
  readonly from: string;
  readonly until: string;
}

/** Somebody who works here, as far as training asks. */
export interface Colleague {
  readonly id: string;
  readonly role: Role;
  readonly practitioner: boolean;
  /** First and last day; '' is open. */
  readonly from: string;
  readonly until: string;
  readonly leaves: readonly { readonly from: string; readonly until: string }[];
}

function isAbout({ whom, user }: Requirement, worker: Colleague): boolean {
  if (whom === "person" || whom === "not") return user === worker.id;
  if (whom === "everyone") return true;
  return whom === "practitioners" ? worker.practitioner : worker.role === whom;
}

/** Once is the longest interval there is. */
const intervalOf = ({ months }: Requirement): number => (months === 0 ? Number.POSITIVE_INFINITY : months);

/**
 * What is asked of a person on a day: of several requirements the one that asks most often, and of those that ask alike
 * the one that asks for longest.
 *
 * @param requirements - All of one course.
 * @returns undefined where it is not asked.
 */
export function needOf(
  requirements: readonly Requirement[],
  worker: Colleague,
  day: string,
): Requirement | undefined {
  let strictest: Requirement | undefined;
  for (const one of requirements) {
    if (!isAbout(one, worker) || !isWithin(day, one)) continue;
    if (one.whom === "not") return undefined;
    const apart = strictest && intervalOf(one) - intervalOf(strictest);
    if (
      !strictest ||
      Number(apart) < 0 ||
      (intervalOf(one) === intervalOf(strictest) && one.from < strictest.from)
    )
      strictest = one;
  }
  return strictest;
}
