import { canonicalJson } from "#domain/base/canonical-json";
import { detailOf, quickDetailText } from "#domain/ledger/event-kinds";
import { type EventRow, eventColumns, linked } from "#domain/ledger/ledger";
import type { Attribution } from "#domain/roles";
import { now } from "../../base/clock.ts";
import { executeEach } from "../../base/database.ts";
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
  /** Canonical text of a `detail` that was checked already, where a browser sent it. */
  readonly detailText?: string;
  /** Set by a browser alone. */
  readonly id?: string;
  /** Keyed digest of `id`, where it was worked out already. */
  readonly idDigest?: string;
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
    const links: Head[] = [];
    let last = head(tx);
    const rows = events.map((event) => {
      const row = nextRow(last, event, event.receivedAt ?? receivedAt);
      last = { seq: row.seq, hash: row.hash };
      links.push(last);
      return row;
    });
    executeEach(tx, insert, rows);
    keepSums(tx, events, last.seq);
    return links;
  });
}

const columnList = eventColumns.map((column) => `"${column}"`).join(",");
const insert = `INSERT INTO events (${columnList}) VALUES (${eventColumns.map((column) => `{:${column}}`).join(",")})`;

const newSalt = () => $security.randomStringWithAlphabet(32, "0123456789abcdef");

/** One object from the event to the statement: each that is made takes this engine as long as hashing it. */
function nextRow(last: Head, event: NewEvent, receivedAt: string): EventRow {
  const { user = "", id = newId() } = event;
  return linked(
    {
      seq: last.seq + 1,
      v: 1,
      kind: event.kind,
      receivedAt,
      bodyHash: "",
      prev: last.hash,
      hash: "",
      orderedBy: 0,
      idDigest: event.idDigest ?? idDigest(id),
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
      detail: event.detailText ?? textOf(event),
      salt: newSalt(),
    },
    $security.sha256,
  );
}

function textOf({ kind, detail }: NewEvent): string {
  const text = quickDetailText(kind, detail);
  if (text !== undefined) return text;
  if (!detailOf(kind)?.safeParse(detail).success) throw new Error(`no fitting detail for ${kind}`);
  return canonicalJson(detail);
}
