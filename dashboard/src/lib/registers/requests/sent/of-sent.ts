import * as z from "zod/mini";
import { sentStateWords } from "#domain/registers/requests/sent/csv";
import { type SentRow, sentRow } from "#domain/registers/requests/sent/sent-row";
import { asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const stored = z.extend(sentRow, { receivedAt: instant, at: instant, clearedAt: instant });

/** What came by the form: of it only changes what somebody decided. */
export const ofSent: RowKind<SentRow> = {
  read: (current) => stored.safeParse(current).data,
  columns: {
    state: ["what became of it", (state) => sentStateWords[state]],
    by: ["who decided", asPerson],
    at: ["when", asMoment],
    reason: ["the reason", asText],
  },
};
