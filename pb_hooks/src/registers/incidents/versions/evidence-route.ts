import { policy } from "#domain/policy";
import { addsToCase } from "#domain/registers/incidents/acts";
import { caller } from "../../../base/caller.ts";
import { newId } from "../../../base/new-id.ts";
import { refuse } from "../../../base/refusal.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../../ledger/chain/transaction.ts";
import { actorIn, caseAt, readableAt } from "../incident.ts";
import { tell } from "../timeline.ts";
import { uploaded } from "./uploaded.ts";

/** `POST /breach-evidence` (multipart: `id` of the incident, `file`). The same file is kept once. */
export function addEvidence(e: pb.RequestEvent): void {
  const person = caller(e);
  const id = String(e.requestInfo().body.id ?? "");
  readableAt(e.app, person, id);
  const { file, size, sha256, type } = uploaded(e, policy.evidenceLargest.amount);
  const answer = inLedgerTransaction(e.app, (tx) => {
    const one = caseAt({ tx, actor: person, id, version: 0 }, addsToCase);
    const filter = "breach = {:id} && sha256 = {:sha256}";
    if (tx.findRecordsByFilter("breach_evidence", filter, "", 1, 0, { id, sha256 }).length > 0) {
      refuse("file", "known", "This file is kept here already.");
    }
    const name = `evidence-${sha256.slice(0, 12)}.${type.extension}`;
    file.name = name;
    const row = newRecord(tx, "breach_evidence", {
      id: newId(),
      breach: id,
      name,
      sha256,
      mime: type.mime,
      size,
      by: person.id,
      at: stored(new Date().toISOString()),
    });
    row.set("file", file);
    saveAct(tx, row, "evidence", actorIn(one.breach, person.id), sha256);
    tell(tx, id, { kind: "system", what: "evidence", by: person.id });
    return { id: row.id, name, sha256, mime: type.mime, size };
  });
  e.json(200, answer);
}
