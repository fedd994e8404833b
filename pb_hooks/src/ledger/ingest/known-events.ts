import { canonicalJson } from "#domain/base/canonical-json";
import type { Refused } from "#domain/ledger/check-event";
import type { SentEvent } from "#domain/ledger/event";
import type { Late } from "#domain/ledger/event-kinds";
import { keptEvent } from "#domain/ledger/given/kept-as";
import { lateOf } from "#domain/ledger/late";
import type { EventRow } from "#domain/ledger/ledger";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { keyedText } from "../../base/keyed-text.ts";
import { idDigest } from "../../base/keys.ts";

const columns = [
  "seq",
  "hash",
  "id",
  "idDigest",
  "orderedBy",
  "kind",
  "user",
  "account",
  "attribution",
  "browser",
  "n",
  "occurredAt",
  "system",
  "recordRef",
  "recordKind",
  "trace",
  "detail",
] as const;
type Stored = Pick<EventRow, (typeof columns)[number]>;

/** An event that has its place, or gets it when the batch is written: seq and hash are filled in then. */
export interface Known {
  readonly link: { seq: number; hash: string };
  readonly matches: (event: SentEvent) => boolean;
}

/** What the ledger, and the part of the batch judged so far, hold of the ids and counters of one browser's batch. */
export class KnownEvents {
  readonly #browser: string;
  readonly #byId = new Map<string, Known>();
  readonly #counters = new Set<number>();
  /** Of each id its keyed digest. */
  readonly #digests = new Map<string, string>();

  /** Asked once for the whole batch, by three indexes; of an erased event only the digest of its id is left. */
  constructor(tx: pb.App, browser: string, events: readonly SentEvent[]) {
    this.#browser = browser;
    const ids = new Map<string, string>();
    for (let i = 0; i < events.length; i += 1) {
      const { id } = events[i] as SentEvent;
      const digest = idDigest(id);
      ids.set(digest, id);
      this.#digests.set(id, digest);
    }
    const asked = {
      browser,
      ids: JSON.stringify([...ids.values()]),
      digests: JSON.stringify([...ids.keys()]),
      counters: JSON.stringify(events.map(({ n }) => n)),
    };
    for (const row of storedOf(tx, asked)) {
      const { seq, hash } = row;
      const id = ids.get(row.idDigest) ?? row.id;
      this.#byId.set(id, { link: { seq, hash }, matches: (event) => this.#isRetry(row, event) });
      if (row.browser === browser) this.#counters.add(row.n);
    }
  }

  /** The keyed digest of the id of an event of the batch. */
  digestOf(id: string): string {
    return this.#digests.get(id) ?? idDigest(id);
  }

  /** Remembers an event of this batch, so that the rest of the batch meets it. */
  add(event: SentEvent): Known["link"] {
    const link = { seq: 0, hash: "" };
    this.#byId.set(event.id, { link, matches: (other) => canonicalJson(other) === canonicalJson(event) });
    this.#counters.add(event.n);
    return link;
  }

  /**
   * @returns the link of the same event stored before, the refusal where id or counter belongs to another event, or
   * undefined where both are free.
   */
  find(event: SentEvent): Known["link"] | Refused | undefined {
    const known = this.#byId.get(event.id);
    if (known) return known.matches(event) ? known.link : { field: "id", reason: "id-taken" };
    return this.#counters.has(event.n) ? { field: "n", reason: "n-taken" } : undefined;
  }

  /** Of an erased or expired event only the id is left to compare. */
  #isRetry(row: Stored, event: SentEvent): boolean {
    if (row.orderedBy > 0) return true;
    if (row.browser === this.#browser) return isSame(row, event);
    // Stored under the earlier pairing, of whose answer the browser may not have heard.
    const from = lateOf(event);
    return from?.browser === row.browser && isSame(row, asSentBefore(event, from));
  }
}

/** Nearly every batch is new: so it is asked first whether anything of it is there, and of what is there all columns. */
function storedOf(tx: pb.App, asked: { [name: string]: string }): Stored[] {
  const [id, digest, counter] = [
    "id IN (SELECT value FROM json_each({:ids}))",
    "idDigest IN (SELECT value FROM json_each({:digests}))",
    "browser = {:browser} AND browser <> '' AND n > 0 AND n IN (SELECT value FROM json_each({:counters}))",
  ].map((where) => `FROM events WHERE ${where}`);
  const any = `SELECT EXISTS (SELECT 1 ${id}) OR EXISTS (SELECT 1 ${digest}) OR EXISTS (SELECT 1 ${counter}) AS any`;
  if (rowsOf(tx, ["any"], any, asked)[0]?.[0] === 0) return [];
  const list = columns.join(", ");
  const all = [id, digest, counter].map((from) => `SELECT ${list} ${from}`).join(" UNION ");
  return objectsOf<Stored>(tx, columns, all, asked);
}

/** An event as it was sent under the pairing that it was made under. */
function asSentBefore(event: SentEvent, { n }: Late): SentEvent {
  const { late: _, ...detail } = event.detail;
  return { ...event, n, detail };
}

/** As it was sent, or as it is kept where something of it is keyed. */
function isSame(row: Stored, event: SentEvent): boolean {
  if (isSameAsSent(row, event)) return true;
  const kept = keptEvent(event, keyedText);
  return kept !== event && isSameAsSent(row, kept);
}

/** Whether a stored event came from this very body. `sentAt` differs at each try, and is left out. */
function isSameAsSent(row: Stored, event: SentEvent): boolean {
  return (
    row.kind === event.kind &&
    row.n === event.n &&
    row.occurredAt === event.occurredAt &&
    row.account === (event.account ?? "") &&
    row.system === (event.system ?? "") &&
    row.recordRef === (event.recordRef ?? "") &&
    row.recordKind === (event.recordKind ?? "") &&
    row.trace === (event.trace ?? "") &&
    row.detail === canonicalJson(event.detail) &&
    // Who was chosen is stored as the person it led to; it led to nobody where the page showed somebody, or it came late.
    (row.account !== "" ||
      lateOf(event) !== undefined ||
      (event.chosen ?? "") === (row.attribution === "chosen" ? row.user : ""))
  );
}
