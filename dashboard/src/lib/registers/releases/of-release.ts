import * as z from "zod/mini";
import { takenBackHow } from "#domain/registers/releases/release";
import { type ReleaseRow, releaseRow } from "#domain/registers/releases/release-row";
import { asMoment, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const instant = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const stored = z.extend(z.omit(releaseRow, { asked: true }), {
  at: instant,
  revokedAt: instant,
  usedAt: instant,
  lookedAt: instant,
});

/** A release: nothing of it changes but that it ends. */
export const ofRelease: RowKind<ReleaseRow> = {
  read: (current) => {
    const { data } = stored.safeParse(current);
    return data && { ...data, asked: 0 };
  },
  columns: {
    name: ["the name", asText],
    revokedAt: ["taken back", asMoment],
    revokedBy: ["taken back, entered by", asPerson],
    revokedHow: ["how it was taken back", asWords(takenBackHow)],
    usedAt: ["used", asMoment],
    lookedAt: ["the patient was asked", asMoment],
    lookedNote: ["what the patient said", asText],
  },
};
