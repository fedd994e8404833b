import type { Action } from "#domain/acts";
import { whyNot } from "#domain/may-act";
import { policy } from "#domain/policy";
import { type FilesOf, fileKinds, keptTypes } from "#domain/registers/files/kept-file";
import type { Switchable } from "#domain/registers/switched";
import { type Caller, caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { requireOn } from "../in-use.ts";
import { uploaded } from "../incidents/versions/uploaded.ts";

interface Home {
  readonly table: string;
  readonly files: FilesOf;
  /** By which the clinic switches it off; left out, no clinic does without it. */
  readonly register?: Switchable;
  /** Whoever may do this may bring a file, too. */
  readonly as: Action;
}
const homes: readonly Home[] = [
  { table: "audit_rounds", files: "audit_files", register: "audits", as: "audits.begin" },
  { table: "suppliers", files: "supplier_files", register: "suppliers", as: "suppliers.change" },
  { table: "releases", files: "release_files", as: "releases.add" },
];

/** @throws {ForbiddenError} For whoever may bring none. @throws {NotFoundError} If there is no such row. */
export function mayAddFile(tx: pb.App, person: Caller, id: string): Home {
  const refusals = homes.map(({ as }) => whyNot(person, as));
  if (refusals.every((refusal) => refusal !== undefined)) throw new ForbiddenError(refusals[0] ?? "");
  const home = homes.find(
    ({ table }) => rowsOf(tx, ["id"], `SELECT id FROM ${table} WHERE id = {:id}`, { id }).length > 0,
  );
  if (!home) throw new NotFoundError("There is no such row.");
  const refusal = whyNot(person, home.as);
  if (refusal) throw new ForbiddenError(refusal);
  if (home.register !== undefined) requireOn(tx, home.register);
  return home;
}

/**
 * `POST /register-file` (multipart: `id` of a round, a supplier or a release, `what`, `file`): evidence beside it, a PDF or a picture by
 * its first bytes. What was brought stays, and says who brought it and when.
 */
export function addFile(e: pb.RequestEvent): void {
  const person = caller(e);
  const { id = "", what = "" } = e.requestInfo().body as { id?: string; what?: string };
  const { files } = mayAddFile(e.app, person, id);
  if (!Object.hasOwn(fileKinds[files], what)) refuse("what", "invalid_value", "Say what the file shows.");
  const { file, size, sha256, type } = uploaded(e, policy.certificateLargest.amount);
  if (!keptTypes.includes(type.mime))
    refuse("file", "wrong-type", "Only PDF, PNG and JPEG are kept, whatever a file calls itself.");
  const answer = inLedgerTransaction(e.app, (tx) => {
    mayAddFile(tx, person, id);
    const known = `SELECT id FROM ${files} WHERE subject = {:id} AND sha256 = {:sha256}`;
    if (rowsOf(tx, ["id"], known, { id, sha256 }).length > 0)
      refuse("file", "known", "This very file is here already.");
    file.name = `${what}-${sha256.slice(0, 12)}.${type.extension}`;
    const values = { id: newId(), subject: id, what, sha256, mime: type.mime, size, by: person.id };
    const row = newRecord(tx, files, { ...values, at: stored(now()) });
    row.set("file", file);
    saveAct(tx, row, "file", { user: person.id }, sha256);
    return { id: row.id, sha256 };
  });
  e.json(200, answer);
}
