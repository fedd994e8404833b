import * as z from "zod/mini";
import { asMoment, asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";

/** A list that was brought in, as far as a dialog on it asks. */
export const listRow = z.object({
  id: z.string(),
  version: z.int(),
  undoneAt: z.string(),
  undoneBy: z._default(z.string(), ""),
  undoneReason: z.string(),
});
export type ListRow = z.infer<typeof listRow>;

export const ofList: RowKind<ListRow> = {
  read: (current) => listRow.safeParse(current).data,
  columns: {
    undoneAt: ["taken back", asMoment],
    undoneBy: ["by whom", asPerson],
    undoneReason: ["why", asText],
  },
};
