import type { Action } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import { type Subject, whyNot } from "#domain/may-act";
import type { Role } from "#domain/roles";
import type { Caller } from "../base/caller.ts";
import type { Actor } from "../ledger/chain/register-hook.ts";
import { saveAct } from "../ledger/chain/register-hook.ts";

/** The row was changed since the caller saw it. Carries the row as it is, for the answer. */
export class Conflict extends Error {
  override readonly name = "Conflict";
  readonly current: { readonly [field: string]: unknown };
  /** The version that the caller saw. */
  readonly seen: number;

  constructor(row: pb.Record, seen: number) {
    super("the row was changed meanwhile");
    this.current = row.publicExport();
    this.seen = seen;
  }
}

/**
 * The row that an act is about.
 *
 * @throws {NotFoundError} If there is none. @throws {Conflict} If its version is not the one the caller saw.
 */
export function rowAt(tx: pb.App, collection: string, id: string, version: number): pb.Record {
  let row: pb.Record;
  try {
    row = tx.findRecordById(collection, id);
  } catch {
    throw new NotFoundError("There is no such row.");
  }
  if (row.getInt("version") !== version) throw new Conflict(row, version);
  return row;
}

/** Saves a row as this act, one version on. */
export function saveRow(tx: pb.App, row: pb.Record, action: string, actor: Caller): ActAnswer {
  row.set("version", row.getInt("version") + 1);
  saveAct(tx, row, action, asActor(actor));
  return { id: row.id, version: row.getInt("version") };
}

export const asActor = (actor: Caller): Actor => ({ user: actor.id });

export const asSubject = (row: pb.Record): Subject => ({
  id: row.id,
  role: row.getString("role") as Role,
  enrolled: row.getBool("enrolled"),
});

/** @throws {ForbiddenError} With the sentence of `may-act.ts`. */
export function requireMay(
  actor: Caller,
  action: Action,
  subject?: Subject,
  asked?: Role,
  fields?: readonly string[],
): void {
  const refusal = whyNot(actor, action, subject, asked, fields);
  if (refusal) throw new ForbiddenError(refusal);
}
