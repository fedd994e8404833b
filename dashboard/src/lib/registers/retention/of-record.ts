import { type RetentionRow, retentionRow } from "#domain/registers/retention/rows";
import { keepReasons, stateWords } from "#domain/registers/retention/state";
import { asDay, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const instants = ["appraisedAt", "askedAt", "agreedAt", "keptAt", "doneAt"] as const;

/** A record's row as a refusal brings it: as the database has it, without what holds it: its list works that out. */
function readRow(current: unknown): RetentionRow | undefined {
  if (typeof current !== "object" || current === null) return undefined;
  const row: Record<string, unknown> = {
    ...current,
    incident: 0,
    holds: 0,
    holdCause: "",
    holdReference: "",
  };
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
  },
};
