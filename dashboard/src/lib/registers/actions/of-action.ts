import { asDay, asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";
import { actionRow, type CorrectiveAction } from "#lib/registers/incidents/rows.ts";

/** A corrective action. */
export const ofAction: RowKind<CorrectiveAction> = {
  read: (current) => actionRow.safeParse(current).data,
  columns: {
    text: ["what is to be done", asText],
    owner: ["who does it", asPerson],
    due: ["by when", asDay],
    doneAt: ["done", asMoment],
    doneBy: ["done by", asPerson],
    doneNote: ["the note", asText],
    verifiedAt: ["verified", asMoment],
    verifiedBy: ["verified by", asPerson],
    cancelledAt: ["cancelled", asMoment],
    cancelledReason: ["why it was cancelled", asText],
  },
};
