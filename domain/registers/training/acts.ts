import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, sentenceOrNone, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { evidenceKinds } from "./completions.ts";
import { givenLessonActs } from "./given-acts.ts";
import { lesson, rightAnswers } from "./lesson.ts";
import { requiredOf } from "./needs.ts";
import { acknowledgingActs } from "./policy-acts.ts";
import { targetProfiles } from "./targets.ts";

const managers = ["manager", "dpo"] as const;
const lead = ["dpo"] as const;
const team = ["staff", "manager", "dpo"] as const;
const long = policy.sentenceLongest.amount;
const dayOrNone = z.union([civilDate, z.literal("")]);
const link = z.string().check(z.regex(/^https:\/\/[^\s"'<>\\]+$/), z.maxLength(500));

/** What a version of a course holds; a file comes by its own route. */
export const versionData = z.strictObject({
  /** Civil date from which it is given. */
  from: civilDate,
  /** Civil date until which an older one counts; '' where it goes on counting. */
  oldUntil: dayOrNone,
  content: z.enum(["none", "link", "lesson", "file"]),
  link: z.optional(link),
  lesson: z.optional(lesson),
  rights: z.optional(rightAnswers),
  note: sentenceOrNone(long),
});

/** A completion that somebody enters; a certificate comes with its file, by its own route. */
export const completionData = z.strictObject({
  user: rowId,
  course: rowId,
  completedOn: civilDate,
  /** Number of the course's version; left out, it is not known. */
  number: z.optional(z.int().check(z.minimum(0), z.maximum(10_000))),
  evidence: z.enum(evidenceKinds),
  what: z.optional(written(oneLine(120))),
  /** Who saw that it can be done. */
  assessor: z.optional(oneLine(120)),
});

/** Training: courses, of whom they are asked, who completed them, and who is here to be asked. */
export const trainingActs = {
  "courses.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      name: written(oneLine(120)),
      about: sentenceOrNone(long),
      ofBreaches: z.boolean(),
      since: dayOrNone,
      /** A document to read and acknowledge; left out, a course. */
      kind: z.optional(z.literal("policy")),
    }),
  },
  "courses.change": {
    may: managers,
    on: "row",
    data: z.strictObject({
      name: written(oneLine(120)),
      about: sentenceOrNone(long),
      ofBreaches: z.boolean(),
    }),
  },
  /** A further version of what the course teaches. */
  "courses.version": { may: managers, on: "row", from: ["given"], data: versionData },
  /** It is given no more from the day after; what was completed stays. */
  "courses.retire": { may: managers, on: "row", from: ["given"], data: z.strictObject({ until: civilDate }) },
  "requirements.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      course: rowId,
      whom: z.enum(requiredOf),
      user: z.optional(rowId),
      months: z.int().check(z.minimum(0), z.maximum(120)),
      graceDays: z.int().check(z.minimum(0), z.maximum(365)),
      from: dayOrNone,
      reason: sentenceOrNone(long),
    }),
  },
  "requirements.end": {
    may: managers,
    on: "row",
    from: ["standing"],
    data: z.strictObject({ until: civilDate, reason: sentence(long) }),
  },
  "completions.add": { may: managers, on: "new", data: completionData },
  /** Mends one by another in its place; an empty day takes it back. */
  "completions.correct": {
    may: managers,
    on: "new",
    data: z.strictObject({
      completion: rowId,
      completedOn: dayOrNone,
      course: z.optional(rowId),
      what: z.optional(written(oneLine(120))),
      reason: sentence(long),
    }),
  },
  /** One's own answers to a lesson: enough right ones are a completion. */
  "completions.take": {
    may: team,
    on: "new",
    data: z.strictObject({
      course: rowId,
      number: z.int().check(z.minimum(1), z.maximum(10_000)),
      answers: z
        .array(z.int().check(z.minimum(0), z.maximum(4)))
        .check(z.maxLength(policy.lessonQuestions.amount)),
    }),
  },
  /** When somebody works here, or is on leave: no reason is asked, for it may be about their health. */
  "staff_periods.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      user: rowId,
      kind: z.enum(["works", "leave"]),
      from: dayOrNone,
      until: dayOrNone,
    }),
  },
  "staff_periods.change": {
    may: managers,
    on: "row",
    from: ["standing"],
    data: z.strictObject({ from: dayOrNone, until: dayOrNone, cancelled: z.boolean() }),
  },
  ...givenLessonActs,
  ...acknowledgingActs,
  "training_targets.set": {
    may: lead,
    on: "new",
    data: z.strictObject({
      profile: z.enum(targetProfiles),
      percent: z.int().check(z.minimum(0), z.maximum(100)),
      source: sentence(500),
      needsOn: dayOrNone,
      evaluatedOn: dayOrNone,
      note: sentenceOrNone(long),
    }),
  },
} as const satisfies Record<string, ActRule>;
