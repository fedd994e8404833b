import { tombstoneId } from "#domain/ledger/ledger";
import { execute } from "../../base/database.ts";
import { markForScrub } from "./scrub.ts";

/** Empties events that the order at `orderedBy` names; the trigger refuses any that it does not. */
export function blank(tx: pb.App, seqs: readonly number[], orderedBy: number): void {
  const rows = JSON.stringify(seqs.map((seq) => [seq, tombstoneId(seq)]));
  execute(
    tx,
    `UPDATE events SET id = t.id, orderedBy = {:orderedBy}, user = '', account = '', attribution = '', browser = '',
       n = 0, occurredAt = '', sentAt = '', system = '', recordRef = '', recordKind = '', trace = '', detail = '', salt = ''
     FROM (SELECT value->>0 AS seq, value->>1 AS id FROM json_each({:rows})) t WHERE events.seq = t.seq`,
    { rows, orderedBy },
  );
  markForScrub(tx);
}
