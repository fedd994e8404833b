import * as z from "zod/mini";
import { type ExceptionRow, exceptionRow, exceptionStateWords } from "#domain/registers/exceptions/exception";
import { asMoment, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const stored = z.extend(exceptionRow, { at: instant, until: instant, decidedAt: instant, usedAt: instant });

/** An exception for one document. */
export const ofException: RowKind<ExceptionRow> = {
  read: (current) => stored.safeParse(current).data,
  columns: {
    state: ["the decision", asWords(exceptionStateWords)],
    answer: ["what was answered", asText],
    decidedBy: ["decided by", asPerson],
    decidedAt: ["decided", asMoment],
    until: ["until when", asMoment],
    usedAt: ["used", asMoment],
  },
};
