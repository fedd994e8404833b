import * as z from "zod/mini";
import { type ObjectionRow, objectionRow, objectionStateWords } from "#domain/registers/objections/objection";
import { asMoment, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const stored = z.extend(objectionRow, { at: instant, answeredAt: instant });

/** What somebody said of an entry about themselves. */
export const ofObjection: RowKind<ObjectionRow> = {
  read: (current) => stored.safeParse(current).data,
  columns: {
    state: ["the answer", asWords(objectionStateWords)],
    answer: ["what was answered", asText],
    answeredBy: ["answered by", asPerson],
    answeredAt: ["answered", asMoment],
  },
};
