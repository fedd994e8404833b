import { type StatedChange, statedColumns } from "#domain/people/stated";
import type { Attribution } from "#domain/roles";
import { now } from "../../base/clock.ts";
import { append } from "./append.ts";
import { noteChange } from "./row-changes.ts";
import { sealOf } from "./row-seal.ts";
import { inLedgerTransaction } from "./transaction.ts";

/** Who stands behind a write. Without one the server itself does. */
export interface Actor {
  readonly user: string;
  /** The person, where the event must name nobody: kept beside the row alone. */
  readonly behind?: string;
  readonly browser?: string;
  readonly attribution?: Attribution;
  /** Ties the events of one case together; those of a confidential one are hidden by it. */
  readonly trace?: string;
}

/** A time that the write moves, old and new as instants. */
interface Moved {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What the write is, where it is an act of the act route: its event is then `<collection>.act`. */
interface Mark {
  readonly actor?: Actor;
  readonly action?: string;
  /** SHA-256 of what the act froze. */
  readonly hash?: string;
  readonly moved?: readonly Moved[];
  /** When, by the clock of whoever writes: the hook runs in an engine of its own. */
  readonly at?: string;
}

/** Key of the mark that travels on a record from its request or act to its hook; no column has this name. */
const markKey = "@ledger";

/** Tables that hold no fact about anybody: what is written there is no event, and may be deleted. */
const bookkeeping: readonly string[] = ["sign_in_failures"];

/**
 * Saves a record as one act of a person: its one event is `<collection>.act` with `action` and that person. Call it in
 * the transaction of the act (`inLedgerTransaction`). Further records that the act changes are saved with `saveFor`.
 */
export function saveAct(app: pb.App, record: pb.Record, action: string, actor: Actor, hash?: string): void {
  saveMarked(app, record, { action, actor, ...(hash ? { hash } : {}) });
}

/** The same of an act that moves times: its event keeps each as it was and as it is. */
export function saveMoving(
  app: pb.App,
  record: pb.Record,
  action: string,
  actor: Actor,
  moved: readonly Moved[],
): void {
  saveMarked(app, record, { action, actor, ...(moved.length > 0 ? { moved } : {}) });
}

/** Saves a record for somebody: its event is `<collection>.create` or `.update` with that person. */
export function saveFor(app: pb.App, record: pb.Record, actor: Actor): void {
  saveMarked(app, record, { actor });
}

function saveMarked(app: pb.App, record: pb.Record, mark: Mark): void {
  record.setRaw(markKey, JSON.stringify({ ...mark, at: now() }));
  try {
    app.save(record);
  } finally {
    record.setRaw(markKey, "");
  }
}

/** Hook on the record API: who sent the request is who wrote; what the body says about it counts for nothing. */
export function markActor(e: pb.RecordRequestEvent): void {
  e.record.setRaw(markKey, e.auth ? JSON.stringify({ actor: { user: e.auth.id } }) : "");
  e.next();
}

export const recordCreated = (e: pb.RecordEvent): void => withEvent(e, "create");
export const recordUpdated = (e: pb.RecordEvent): void => withEvent(e, "update");

/** Hook on every delete: what a register once held stays. */
export function recordDeleted(e: pb.RecordEvent): void {
  if (isRegister(e.record.collection().name)) {
    throw new ForbiddenError("A row of a register is never deleted: end it, and it stays on the record.");
  }
  e.next();
}

/** Hook on every create and update: the event goes into the same transaction, or neither is written. */
function withEvent(e: pb.RecordEvent, what: "create" | "update"): void {
  const record = e.record;
  const collection = record.collection().name;
  if (!isRegister(collection)) {
    e.next();
    return;
  }
  const mark = markOf(record);
  const fields = what === "create" ? filledFields(record) : changedFields(record);
  const changed = statedChanges(record, fields, what === "create");
  const outer = e.app;
  try {
    inLedgerTransaction(outer, (tx) => {
      e.app = tx;
      e.next();
      if (what === "update" && fields.includes("version")) {
        const row = { collection, id: record.id, version: record.getInt("version") };
        noteChange(tx, row, mark.actor?.behind ?? mark.actor?.user ?? "");
      }
      const row = sealOf(tx, collection, record.id);
      const { action, hash, moved, at } = mark;
      const detail = {
        v: 1,
        id: record.id,
        fields,
        ...(action ? { action } : {}),
        ...(hash ? { hash } : {}),
        ...(row ? { row } : {}),
        ...(changed.length > 0 ? { changed } : {}),
        ...(moved ? { moved } : {}),
      };
      append(tx, [{ kind: `${collection}.${mark.action ? "act" : what}`, ...mark.actor, detail }], at);
    });
  } finally {
    e.app = outer;
  }
}

/** Every collection but the ledger's own, PocketBase's own and bookkeeping: a register added later is covered too. */
function isRegister(collection: string): boolean {
  return (
    !collection.startsWith("_") && !ledgerTables.includes(collection) && !bookkeeping.includes(collection)
  );
}
const ledgerTables: readonly string[] = ["events", "checkpoints"];

function markOf(record: pb.Record): Mark {
  const text = record.getRaw(markKey);
  return typeof text === "string" && text !== "" ? (JSON.parse(text) as Mark) : {};
}

/** Names of the fields whose values differ from what is stored; a password's by its hash. */
function changedFields(record: pb.Record): string[] {
  const before = record.original();
  return fieldsOf(record).filter((field) => textOf(record, field) !== textOf(before, field));
}

/** Old and new value of the columns that say who was what here; of a new row nothing stood before. */
function statedChanges(record: pb.Record, fields: readonly string[], isNew: boolean): StatedChange[] {
  const stated = statedColumns[record.collection().name] ?? [];
  return stated
    .filter((column) => fields.includes(column))
    .map((column) => ({
      column,
      from: isNew ? "" : textOf(record.original(), column),
      to: textOf(record, column),
    }));
}

function filledFields(record: pb.Record): string[] {
  return fieldsOf(record).filter(
    (field) => !["", '""', "0", "false", "null", "[]"].includes(textOf(record, field)),
  );
}

function fieldsOf(record: pb.Record): string[] {
  const { fields } = record.collection();
  return fields.fieldNames().filter((name) => name !== "id" && fields.getByName(name)?.type() !== "autodate");
}

function textOf(record: pb.Record, field: string): string {
  const type = record.collection().fields.getByName(field)?.type();
  return toString(record.get(type === "password" ? `${field}:hash` : field) as object);
}
