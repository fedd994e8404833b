import * as z from "zod/mini";
import { type RequestRow, requestRow } from "#domain/registers/requests/request-row";
import { stateWords } from "#domain/registers/requests/words";
import { asDay, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const stored = z.extend(requestRow, { receivedAt: instant, at: instant });

/** A request, as somebody else may have changed it meanwhile. */
export const ofRequest: RowKind<RequestRow> = {
  read: (current) => stored.safeParse(current).data,
  columns: {
    state: ["where it stands", asWords(stateWords)],
    handler: ["who works it", asPerson],
    askedOf: ["who is asked", asPerson],
    recordRef: ["the record", asText],
    limitOn: ["the last day", asDay],
    stands: ["why the clock stands", asText],
    endedOn: ["the end", asDay],
  },
};
