import {
  type Checkpoint,
  type EventRow,
  type Withheld,
  withheldOf,
  withheldText,
} from "#domain/ledger/ledger";
import { objectsOf } from "../../base/database.ts";
import { append } from "../chain/append.ts";
import { checkpoint, signatureOf } from "../chain/checkpoint.ts";
import { inLedgerTransaction } from "../chain/transaction.ts";

/** Where an export ends, and what of it is withheld from its reader. */
export interface Started {
  readonly head: Checkpoint & { readonly withheld?: string };
  readonly withheld: readonly Withheld[];
}

/**
 * The event that tells of an export, and the signed head it goes up to: the event is part of what is exported.
 *
 * @param hidden - Traces of the cases that the reader may not see; their events are withheld, under a signature.
 */
export function startExport(
  app: pb.App,
  { user, hidden }: { readonly user?: string; readonly hidden: readonly string[] },
): Started {
  return inLedgerTransaction(app, (tx) => {
    const rows = objectsOf<{ n: number }>(tx, ["n"], "SELECT count(*) AS n FROM events")[0]?.n ?? 0;
    append(tx, [
      {
        ...(user && { user }),
        kind: "log.export",
        detail: { v: 1, filter: {}, what: "ledger", rows: rows + 1 },
      },
    ]);
    const head = checkpoint(tx, "export");
    const withheld = withheldOf(linksOf(tx, hidden));
    if (withheld.length === 0) return { head, withheld };
    return {
      head: { ...head, withheld: signatureOf(withheldText(head, withheld, $security.sha256)) },
      withheld,
    };
  });
}

function linksOf(tx: pb.App, traces: readonly string[]): Pick<EventRow, "seq" | "prev" | "hash">[] {
  return objectsOf(
    tx,
    ["seq", "prev", "hash"],
    `SELECT seq, prev, hash FROM events INDEXED BY idx_events_trace
     WHERE trace IN (SELECT value FROM json_each({:traces})) AND trace <> '' ORDER BY seq`,
    { traces: JSON.stringify(traces) },
  );
}
