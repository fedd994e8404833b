import * as z from "zod/mini";
import { rowId } from "../../base/row-id.ts";
import { policy } from "../../policy.ts";
import { lesson } from "./lesson.ts";

/** `GET /browser-lessons?user`: lessons that are due to a person, as a paired browser is told: no reason, no other person. */
export const dueLessons = z.object({
  lessons: z.array(
    z.object({
      course: z.string(),
      name: z.string(),
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
