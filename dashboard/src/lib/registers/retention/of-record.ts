import { type RetentionRow, retentionRow } from "#domain/registers/retention/rows";
import { holdCauses, keepReasons, stateWords } from "#domain/registers/retention/state";
import { asDay, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const instants = ["appraisedAt", "askedAt", "agreedAt", "keptAt", "doneAt", "holdAt"] as const;

/** A record's row as a refusal brings it: as the database has it, without the incident that names it. */
function readRow(current: unknown): RetentionRow | undefined {
  if (typeof current !== "object" || current === null) return undefined;
  const row: Record<string, unknown> = { incident: 0, ...current };
  for (const field of instants) row[field] = String(row[field] ?? "").replace(" ", "T");
  return retentionRow.safeParse(row).data;
}

export const ofRecord: RowKind<RetentionRow> = {
  read: readRow,
  columns: {
    state: ["how it stands", asWords(stateWords)],
    starts: ["due from", asDay],
    found: ["what was found", asText],
    appraisedBy: ["who appraised it", asPerson],
    second: ["second person", asPerson],
    declined: ["why it was declined", asText],
    keptWhy: ["why it is kept longer", asWords(keepReasons)],
    keptReason: ["why it is kept longer", asText],
    doneOn: ["destroyed on", asDay],
    holdCause: ["held for", asWords(holdCauses)],
    holdReference: ["by what the hold is known", asText],
    holdReviewOn: ["the hold is looked at again", asDay],
  },
};
