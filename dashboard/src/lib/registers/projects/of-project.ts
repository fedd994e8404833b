import * as z from "zod/mini";
import { type ProjectRow, projectRow } from "#domain/registers/projects/project-row";
import { asDay, asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
/** The row itself, as a refusal carries it: what its list counts is not in it. */
const stored = z.extend(z.omit(projectRow, { checks: true, unfit: true }), { at: instant, endedAt: instant });

/** A project of secondary use. */
export const ofProject: RowKind<ProjectRow> = {
  read: (current) => {
    const { data } = stored.safeParse(current);
    return data && { ...data, checks: 0, unfit: 0 };
  },
  columns: {
    until: ["its day", asDay],
    extendedWhy: ["why it runs longer", asText],
    endedAt: ["ended", asMoment],
    endedBy: ["ended by", asPerson],
    endedWhy: ["why it ended", asText],
  },
};
