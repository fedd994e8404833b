import * as z from "zod/mini";
import { policy } from "../../policy.ts";
import { daysAfter } from "./validity.ts";

/** After what a lesson was given. `none`: after nothing that was found, or nothing that the reader may know of. */
export const findings = ["none", "mail", "incident"] as const;
export type Finding = (typeof findings)[number];

export const givenStates = ["open", "late", "taken", "taken-back"] as const;
export type GivenState = (typeof givenStates)[number];

/** A lesson given to one person, as its list shows it. Days are civil dates, times instants; '' where there is none. */
export const givenLessonRow = z.object({
  id: z.string(),
  version: z.int(),
  user: z.string(),
  course: z.string(),
  courseName: z.string(),
  reason: z.string(),
  due: z.string(),
  givenOn: z.string(),
  finding: z.enum(findings),
  /** "INC-12", where the reader may read that one. */
  incidentName: z.string(),
  /** Ids of what showed it; '' for whoever may not know. */
  incident: z.string(),
  entry: z.string(),
  state: z.enum(givenStates),
  takenOn: z.string(),
  by: z.string(),
  /** Name of who gave it, which staff can’t look up. */
  byName: z.string(),
  at: z.string(),
  takenBackAt: z.string(),
  takenBackBy: z.string(),
  takenBackWhy: z.string(),
});
export type GivenLessonRow = z.infer<typeof givenLessonRow>;

/** A lesson given after a finding, and the days on which the same was found of the same person. */
export interface FollowedLesson {
  /** Civil dates; '' while it is not taken. */
  readonly takenOn: string;
  readonly foundOn: readonly string[];
}

/** What became of a lesson: the same again within the days of `lessonAgainWithin`, or not; or it can’t be told yet. */
export const outcomes = ["again", "not", "young", "open"] as const;
export type LessonOutcome = (typeof outcomes)[number];

/**
 * Whether the same was found again. Days count from the day after it was taken: a lesson that nobody took can’t help, and
 * what was found on that very day may have been before it.
 *
 * @param today - Civil date: of what has fewer days behind it nobody can say yet that it was not followed.
 */
export function outcomeOf({ takenOn, foundOn }: FollowedLesson, today: string): LessonOutcome {
  if (takenOn === "") return "open";
  const last = daysAfter(takenOn, policy.lessonAgainWithin.amount);
  if (foundOn.some((day) => takenOn < day && day <= last)) return "again";
  return today <= last ? "young" : "not";
}

/** How many lessons ended how: of all together, never by person. */
export type Helped = Readonly<Record<LessonOutcome, number>>;

export function helpedOf(lessons: readonly FollowedLesson[], today: string): Helped {
  const helped = { again: 0, not: 0, young: 0, open: 0 };
  for (const lesson of lessons) helped[outcomeOf(lesson, today)] += 1;
  return helped;
}

/** "Of 7 lessons given after a finding, 1 was followed by the same finding within 90 days; 2 are too young to tell." */
export function helpedWords({ again, not, young, open }: Helped): string {
  const all = again + not + young + open;
  if (all === 0) return "No lesson was given after a finding.";
  const of = all === 1 ? "one lesson" : `${all} lessons`;
  const rest = [
    ...(young > 0 ? [`; ${young} ${young === 1 ? "is" : "are"} too young to tell`] : []),
    ...(open > 0 ? [`; ${open} ${open === 1 ? "is" : "are"} not taken yet`] : []),
  ].join("");
  return `Of ${of} given after a finding, ${again === 0 ? "none" : again} ${again < 2 ? "was" : "were"} followed by the same finding within ${policy.lessonAgainWithin.amount} days${rest}.`;
}
