import { canonicalJson } from "#domain/base/canonical-json";
import { detailOf } from "#domain/ledger/event-kinds";
import { type EventRow, eventColumns, nextLink } from "#domain/ledger/ledger";
import type { Attribution } from "#domain/roles";
import { now } from "../base/clock.ts";
import { execute } from "../base/database.ts";
import { idDigest } from "../base/keys.ts";
import { newId } from "../base/new-id.ts";
import { type Head, head } from "./head.ts";
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
  /** Set by a browser alone. */
  readonly id?: string;
  readonly n?: number;
  readonly occurredAt?: string;
  readonly sentAt?: string;
  /** The call's, where it is not said. */
  readonly receivedAt?: string;
}

/**
 * Appends events to the chain, in this order: in the transaction that `app` is in, or in one of its own that is on disk
 * when this returns. Take `inLedgerTransaction` for several writes that belong together.
 *
 * @returns seq and hash of each event.
 * @throws {Error} If a detail does not fit its kind: a bug, never a person's fault.
 */
export function append(app: pb.App, events: readonly NewEvent[], receivedAt = now()): Head[] {
  if (events.length === 0) return [];
  return inLedgerTransaction(app, (tx) => {
    let last = head(tx);
    const rows = events.map((event) => {
      const row = nextLink(last, { ...drafted(event, event.receivedAt ?? receivedAt) }, $security.sha256);
      last = row;
      return row;
    });
    insert(tx, rows);
    return rows.map(({ seq, hash }) => ({ seq, hash }));
  });
}

const newSalt = () => $security.randomStringWithAlphabet(32, "0123456789abcdef");

function drafted(event: NewEvent, receivedAt: string) {
  const schema = detailOf(event.kind);
  if (!schema?.safeParse(event.detail).success) throw new Error(`no fitting detail for ${event.kind}`);
  const user = event.user ?? "";
  const id = event.id ?? newId();
  return {
    v: 1,
    kind: event.kind,
    receivedAt,
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
    detail: canonicalJson(event.detail),
    salt: newSalt(),
  };
}

const columnList = eventColumns.map((column) => `"${column}"`).join(",");
const valueList = eventColumns.map((_, i) => `value->>${i}`).join(",");

/** One statement for all: 200 rows in 20 ms, where one statement a row takes many times that (STACK.md 8.1). */
function insert(tx: pb.App, rows: readonly EventRow[]): void {
  const values = JSON.stringify(rows.map((row) => eventColumns.map((column) => row[column])));
  execute(tx, `INSERT INTO events (${columnList}) SELECT ${valueList} FROM json_each({:rows})`, {
    rows: values,
  });
}
