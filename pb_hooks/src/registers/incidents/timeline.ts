import type { EntryKind } from "#domain/registers/incidents/kinds";
import { now } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord, writeRow } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";

/** A line of a timeline. */
export interface Line {
  readonly kind: EntryKind;
  /** Slug of the act it tells of; '' for a person's own entry. */
  readonly what?: string;
  readonly text?: string;
  readonly by: string;
  /** When it happened; now where it is not said. */
  readonly at?: string;
}

export function entryOf(tx: pb.App, breach: string, line: Line): pb.Record {
  const entered = now();
  return newRecord(tx, "breach_entries", {
    id: newId(),
    breach,
    seq: nextSeq(tx, breach),
    at: stored(line.at ?? entered),
    kind: line.kind,
    what: line.what ?? "",
    text: line.text ?? "",
    by: line.by,
    enteredAt: stored(entered),
  });
}

/** Tells of an act in the timeline; the act's own event stands for it in the ledger. */
export const tell = (tx: pb.App, breach: string, line: Line): void => writeRow(tx, entryOf(tx, breach, line));

function nextSeq(tx: pb.App, breach: string): number {
  const select = "SELECT coalesce(max(seq), 0) + 1 AS seq FROM breach_entries WHERE breach = {:breach}";
  return Number(rowsOf(tx, ["seq"], select, { breach })[0]?.[0]);
}
