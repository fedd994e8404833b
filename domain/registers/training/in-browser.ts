import * as z from "zod/mini";
import { rowId } from "../../base/row-id.ts";
import { policy } from "../../policy.ts";
import { courseKinds } from "./completions.ts";
import { lesson } from "./lesson.ts";

/** `GET /browser-lessons?user`: lessons and documents that are due to a person, as a paired browser is told: no reason, no other person. */
export const dueLessons = z.object({
  lessons: z.array(
    z.object({
      course: z.string(),
      name: z.string(),
      kind: z.enum(courseKinds),
      /** Civil date of the last day in time; '' where it has none. */
      due: z.string(),
      late: z.boolean(),
    }),
  ),
});
export type DueLessons = z.infer<typeof dueLessons>;

/** `GET /browser-lesson?user&course`: one of them, without its right answers. */
export const browserLesson = z.object({
  course: z.string(),
  name: z.string(),
  number: z.int(),
  lesson,
  /** Whether a picture belongs to it. */
  picture: z.boolean(),
});
export type BrowserLesson = z.infer<typeof browserLesson>;

/** `GET /browser-document?user&course`: a document of the clinic, or its monitoring notice, in the version that is in force. */
export const browserDocument = z.object({
  course: z.string(),
  name: z.string(),
  kind: z.enum(["policy", "notice"]),
  number: z.int(),
  /** What it says, where it is kept here as text. */
  parts: z.array(z.object({ title: z.string(), text: z.string() })),
  /** Where it is kept elsewhere; '' where it is not. */
  link: z.string(),
  /** Name of the file that it is kept in; '' where it is in none. */
  file: z.string(),
});
export type BrowserDocument = z.infer<typeof browserDocument>;

/** `POST /browser-document`: somebody read that version; or it was shown to them and they do not tick. */
export const documentBody = z.strictObject({
  user: rowId,
  course: rowId,
  number: z.int().check(z.minimum(1), z.maximum(10_000)),
  says: z.enum(["read", "declined"]),
});

/** `POST /browser-lesson`: somebody's answers, judged on the server. */
export const takenBody = z.strictObject({
  /** At a shared desk, who was chosen. */
  user: rowId,
  course: rowId,
  number: z.int().check(z.minimum(1), z.maximum(10_000)),
  answers: z
    .array(z.int().check(z.minimum(0), z.maximum(4)))
    .check(z.maxLength(policy.lessonQuestions.amount)),
});
