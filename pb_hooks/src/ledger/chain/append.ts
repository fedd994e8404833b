import { detailText } from "#domain/ledger/event-kinds";
import { type EventRow, eventColumns, linked } from "#domain/ledger/ledger";
import type { Attribution } from "#domain/roles";
import { now } from "../../base/clock.ts";
import { execute } from "../../base/database.ts";
import { idDigest } from "../../base/keys.ts";
import { newId } from "../../base/new-id.ts";
import { type Head, head } from "./head.ts";
import { keepSums } from "./keep-sums.ts";
import { inLedgerTransaction } from "./transaction.ts";

/** An event as the server makes it. What is left out is empty; `occurredAt` is then the time it is received. */
export interface NewEvent {
  readonly kind: string;
  /** Must fit the schema of its kind (domain/ledger/event-kinds.ts). */
  readonly detail: { readonly v: number; readonly [part: string]: unknown };
  readonly user?: string;
  /** `session` where a `user` is named and nothing else is said, `server` where none is. */
  readonly attribution?: Attribution;
  readonly browser?: string;
  readonly system?: string;
  readonly recordRef?: string;
  readonly recordKind?: string;
  readonly account?: string;
  readonly trace?: string;
  readonly n?: number;
  readonly occurredAt?: string;
  readonly sentAt?: string;
  /** The call's, where it is not said. */
  readonly receivedAt?: string;
}

/** A row that lacks its place in the chain: its seq is 0, `prev` and both hashes are empty. */
export type Unplaced = { -readonly [Column in keyof EventRow]: EventRow[Column] };

/**
 * Appends events to the chain, in this order: in the transaction that `app` is in, or in one of its own that is on disk
 * when this returns. Take `inLedgerTransaction` for several writes that belong together.
 *
 * @returns seq and hash of each event.
 * @throws {Error} If a detail does not fit its kind: a bug, never a person's fault.
 */
export function append(app: pb.App, events: readonly NewEvent[], receivedAt = now()): Head[] {
  return appendRows(
    app,
    events.map((event) => rowOf(event, event.receivedAt ?? receivedAt)),
  );
}

/**
 * The same of rows, which get their places here.
 *
 * @param newest - The newest link, where it is known already.
 */
export function appendRows(app: pb.App, rows: readonly Unplaced[], newest?: Head): Head[] {
  if (rows.length === 0) return [];
  return inLedgerTransaction(app, (tx) => {
    const links: Head[] = [];
    let last = newest ?? head(tx);
    const values = rows.map((row) => {
      row.seq = last.seq + 1;
      row.prev = last.hash;
      linked(row, $security.sha256);
      last = { seq: row.seq, hash: row.hash };
      links.push(last);
      return valuesOf(row);
    });
    insert(tx, values);
    keepSums(tx, rows, last.seq);
    return links;
  });
}

const columnList = eventColumns.map((column) => `"${column}"`).join(",");
const valueList = eventColumns.map((_, i) => `value->>${i}`).join(",");

/** One statement for all: 200 rows in 20 ms, where one statement a row takes many times that (STACK.md 8.1). */
function insert(tx: pb.App, rows: readonly Values[]): void {
  execute(tx, `INSERT INTO events (${columnList}) SELECT ${valueList} FROM json_each({:rows})`, {
    rows: JSON.stringify(rows),
  });
}

type ValuesOf<Columns extends readonly (keyof EventRow)[]> = {
  readonly [Place in keyof Columns]: EventRow[Columns[Place]];
};
/** A row's values in the order of `eventColumns`. */
type Values = ValuesOf<typeof eventColumns>;

/** By hand and not by a loop over the columns, which takes this engine four times as long. */
function valuesOf(row: EventRow): Values {
  const { seq, v, kind, receivedAt, bodyHash, prev, hash, orderedBy, idDigest: digest } = row;
  const { id, user, account, attribution, browser, n, occurredAt, sentAt } = row;
  const { system, recordRef, recordKind, trace, detail, salt } = row;
  // biome-ignore format: in the order of the columns
  return [
    seq, v, kind, receivedAt, bodyHash, prev, hash, orderedBy, digest,
    id, user, account, attribution, browser, n, occurredAt, sentAt, system, recordRef, recordKind, trace, detail,
    salt,
  ];
}

export const newSalt = () => $security.randomStringWithAlphabet(32, "0123456789abcdef");

function rowOf(event: NewEvent, receivedAt: string): Unplaced {
  const { user = "" } = event;
  const id = newId();
  return {
    seq: 0,
    v: 1,
    kind: event.kind,
    receivedAt,
    bodyHash: "",
    prev: "",
    hash: "",
    orderedBy: 0,
    idDigest: idDigest(id),
    id,
    user,
    account: event.account ?? "",
    attribution: event.attribution ?? (user === "" ? "server" : "session"),
    browser: event.browser ?? "",
    n: event.n ?? 0,
    occurredAt: event.occurredAt ?? receivedAt,
    sentAt: event.sentAt ?? "",
    system: event.system ?? "",
    recordRef: event.recordRef ?? "",
    recordKind: event.recordKind ?? "",
    trace: event.trace ?? "",
    detail: detailText(event.kind, event.detail),
    salt: newSalt(),
  };
}
