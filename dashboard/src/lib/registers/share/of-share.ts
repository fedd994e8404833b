import * as z from "zod/mini";
import { type ShareRow, shareRow } from "#domain/registers/disclosures/share";
import { asMoment, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const stored = z.extend(shareRow, { at: instant, decidedAt: instant, professionalAt: instant });

/** What was asked of *May I share?*: it is decided once. */
export const ofShare: RowKind<ShareRow> = {
  read: (current) => stored.safeParse(current).data,
  columns: {
    decision: ["the decision", asWords({ given: "given", refused: "refused" })],
    decidedBy: ["decided by", asPerson],
    decidedAt: ["decided", asMoment],
    decidedWhy: ["why", asText],
  },
};
