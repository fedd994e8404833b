import * as z from "zod/mini";
import { type DisclosureRow, disclosureRow } from "#domain/registers/disclosures/disclosure-row";
import { asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const stored = z.extend(z.omit(disclosureRow, { what: true }), { at: instant, takenBackAt: instant });

/** A disclosure: nothing of it changes but that it is taken back. */
export const ofDisclosure: RowKind<DisclosureRow> = {
  read: (current) => {
    const { data } = stored.safeParse(current);
    return data && { ...data, what: "" };
  },
  columns: {
    takenBackAt: ["taken back", asMoment],
    takenBackBy: ["taken back by", asPerson],
    takenBackWhy: ["why it was taken back", asText],
  },
};
