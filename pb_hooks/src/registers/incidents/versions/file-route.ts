import { policy } from "#domain/policy";
import { incidentFileName } from "#domain/registers/incidents/words";
import { caller } from "../../../base/caller.ts";
import { refuse } from "../../../base/refusal.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../../ledger/chain/transaction.ts";
import { actorIn } from "../incident.ts";
import { versionAt } from "./may-upload.ts";
import { uploaded } from "./uploaded.ts";

const wanted = {
  pdf: { mime: "application/pdf", extension: "pdf" },
  docx: { mime: "application/zip", extension: "docx" },
} as const;

/**
 * `POST /breach-file` (multipart: `id` of the version, `sha256`, `file`): keeps a rendering of a version beside it. What
 * is kept stays; the same bytes sent again change nothing.
 */
export function addFile(e: pb.RequestEvent): void {
  const person = caller(e);
  const { id = "", sha256: claimed = "" } = e.requestInfo().body as { id?: string; sha256?: string };
  const { file, sha256, type } = uploaded(e, policy.renderedLargest.amount);
  const kind = type.mime === wanted.pdf.mime ? "pdf" : "docx";
  if (type.mime !== wanted[kind].mime) refuse("file", "wrong-type", "A version is kept as PDF or DOCX.");
  if (claimed !== sha256) refuse("sha256", "differs", "The file arrived changed: its hash is another.");
  const answer = inLedgerTransaction(e.app, (tx) => {
    // Whoever may make a version may keep what was made of it.
    const { row, one } = versionAt(tx, person, id);
    const kept = row.getString(`${kind}Sha256`);
    if (kept !== "" && kept !== sha256)
      refuse("file", "kept", "Another rendering of this version is kept already.");
    if (kept === "") {
      file.name = `${incidentFileName(one.breach.getInt("number"))}-v${row.getInt("number")}.${wanted[kind].extension}`;
      row.set(kind, file);
      row.set(`${kind}Sha256`, sha256);
      saveAct(tx, row, `file-${kind}`, actorIn(one.breach, person.id), sha256);
    }
    return { id, kind, sha256 };
  });
  e.json(200, answer);
}
