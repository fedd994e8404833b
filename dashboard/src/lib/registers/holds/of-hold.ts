import * as z from "zod/mini";
import { type HoldRow, holdRow } from "#domain/registers/holds/hold-row";
import { asDay, asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
/** The row itself, as a refusal carries it: what its list works out is not in it. */
const stored = z.extend(z.omit(holdRow, { cause: true, causeOpen: true, beside: true }), {
  at: instant,
  causeEndedAt: instant,
  releasedAt: instant,
});

/** A hold. */
export const ofHold: RowKind<HoldRow> = {
  read: (current) => {
    const { data } = stored.safeParse(current);
    return data && { ...data, cause: "", causeOpen: data.causeEndedAt === "", beside: 0 };
  },
  columns: {
    reviewOn: ["the day to look at it again", asDay],
    until: ["its last day", asDay],
    causeEndedAt: ["its cause ended", asMoment],
    releasedAt: ["released", asMoment],
    releasedBy: ["released by", asPerson],
    releasedWhy: ["why it was released", asText],
  },
};
