import * as z from "zod/mini";
import { type GivenLessonRow, givenLessonRow } from "#domain/registers/training/given";
import { asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const derived = { courseName: true, byName: true, incidentName: true, state: true, takenOn: true } as const;
const stored = z.extend(z.omit(givenLessonRow, derived), { at: instant, takenBackAt: instant });

/** A lesson that somebody was given: nothing of it changes but that it is taken back. */
export const ofGivenLesson: RowKind<GivenLessonRow> = {
  read: (current) => {
    const { data } = stored.safeParse(current);
    return data && { ...data, courseName: "", byName: "", incidentName: "", state: "open", takenOn: "" };
  },
  columns: {
    takenBackAt: ["taken back", asMoment],
    takenBackBy: ["taken back by", asPerson],
    takenBackWhy: ["why it was taken back", asText],
  },
};
