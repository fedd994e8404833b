import * as z from "zod/mini";
import { type ConsentRow, consentRow } from "#domain/registers/consent/consent-row";
import {
  asDay,
  asMoment,
  asPerson,
  asText,
  asWords,
  type RowKind,
} from "#lib/components/changed/difference.ts";

const stored = z.extend(consentRow, {
  at: z.pipe(
    z.string(),
    z.transform((text) => text.replace(" ", "T")),
  ),
});

/** A decision of a patient. */
export const ofConsent: RowKind<ConsentRow> = {
  read: (current) => stored.safeParse(current).data,
  columns: {
    decision: ["the decision", asWords({ yes: "yes", no: "no" })],
    from: ["from", asDay],
    until: ["until", asDay],
    wording: ["the words used", asText],
    by: ["entered by", asPerson],
    at: ["entered", asMoment],
  },
};
