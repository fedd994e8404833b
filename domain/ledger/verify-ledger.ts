import { Blanked } from "./blanked.ts";
import { type ClockStep, ClockSteps } from "./clock-steps.ts";
import type { Receipt } from "./event.ts";
import { type ExportHead, exportLine } from "./export-line.ts";
import { Gaps } from "./gaps.ts";
import {
  type Checkpoint,
  checkpointText,
  type EventRow,
  fileDigest,
  fromValues,
  rowValues,
  type Sha256,
  type Withheld,
  withheldValues,
} from "./ledger.ts";
import { LeftOut } from "./left-out.ts";
import { standsAs } from "./row-body.ts";
import { receiptsBySeq, type WholeRange } from "./verify-range.ts";

export type Fault =
  | "edited"
  | "missing"
  | "inserted"
  | "reordered"
  | "cut off"
  | "rolled back against receipts"
  | "blanked without an order"
  | "not blanked as ordered"
  | "signature does not fit";

/** The first place where a ledger is not what it claims to be. */
export interface Finding {
  readonly seq: number;
  readonly fault: Fault;
}

/** The first line that is none of an export, or stands where none may. Lines are counted from 1. */
export interface Malformed {
  readonly line: number;
  /** What is wrong with it, as the end of a sentence that names it. */
  readonly why: string;
}

export interface Verdict {
  /** Events in the file, blanked and withheld ones too. */
  readonly events: number;
  readonly erased: number;
  readonly expired: number;
  /** Of a case that was not the reader's to see: what they hold was not checked, only that they stand where they do. */
  readonly withheld: number;
  readonly head: { readonly seq: number; readonly hash: string };
  /** With which the head is signed; '' without a head. */
  readonly publicKey: string;
  /** undefined where the ledger is whole. */
  readonly finding: Finding | undefined;
  /**
   * Where the server's clock ran backwards or jumped ahead: the first ones, and how many there are. None makes the ledger
   * less whole: the times are those that were written, and the clock was wrong.
   */
  readonly clock: { readonly steps: readonly ClockStep[]; readonly count: number };
  /** Set only beside a finding. */
  readonly malformed: Malformed | undefined;
}

/** What each engine lends to the verifier, and what is known from outside the file. */
export interface Means {
  readonly sha256: Sha256;
  readonly verifies: (point: Checkpoint, text: string) => boolean;
  /** Kept elsewhere: what the server once said stood at a seq; a hash, or its first digits where it was kept as a code. */
  readonly receipts?: readonly Receipt[];
  /** The server's public key, known by another way than the file; in lower-case hex. */
  readonly key?: string;
}

/**
 * Verifies an export line by line, in memory that does not grow with its length. Feed each line, then ask `end`.
 * Of several faults the one with the lowest seq is told.
 */
export class LedgerVerifier {
  readonly #means: Means;
  readonly #receipts: Map<number, string[]>;
  readonly #gaps = new Gaps();
  #blanked = new Blanked(1);
  #finding: Finding | undefined;
  #events = 0;
  #next = 1;
  #last = { seq: 0, hash: "" };
  #from: Checkpoint | undefined;
  #head: ExportHead | undefined;
  #digest = "";
  readonly #leftOut = new LeftOut();
  readonly #clock = new ClockSteps();
  /** Lines that say something, and all of them. */
  #lines = 0;
  #read = 0;
  #blankLine = 0;
  #malformed: Malformed | undefined;
  /** The last line so far was no line of an export: a fault within the file, or its cut end. */
  #unreadable = false;

  constructor(means: Means) {
    this.#means = means;
    this.#receipts = receiptsBySeq(means.receipts ?? []);
  }

  /** @param text - One line without its end. */
  line(text: string): void {
    this.#read += 1;
    if (text.trim() === "") {
      this.#blankLine ||= this.#read;
      return;
    }
    // At the end a tool may leave one; further on something was taken out or put in.
    if (this.#blankLine > 0) {
      this.#isMalformed("is blank", this.#blankLine);
      this.#found(this.#next, "inserted");
    }
    if (this.#unreadable) this.#found(this.#next, "edited");
    this.#unreadable = false;
    this.#lines += 1;
    const line = exportLine(text);
    if (line.is === "nothing") this.#isMalformed(line.why);
    if (this.#head) {
      this.#isMalformed("stands after the signed head");
      this.#found(this.#next, "inserted");
      return;
    }
    if (line.is === "head") {
      this.#head = line.head;
      return;
    }
    if (line.is === "event") {
      this.#digested(rowValues(line.row));
      this.#row(line.row);
    } else if (line.is === "withheld" && line.withheld.from <= line.withheld.seq) {
      this.#digested(withheldValues(line.withheld));
      this.#stretch(line.withheld);
    } else if (line.is === "from" && this.#lines === 1) {
      this.#digested(fromValues(line.from));
      this.#cutAbove(line.from);
    } else {
      this.#isMalformed("stands where no such line may");
      this.#unreadable = true;
    }
  }

  /** Digest of the lines so far. */
  get digest(): string {
    return this.#digest;
  }

  /** Whether a stretch that is whole by itself joins what was read so far, so that nothing is to be said of it here either. */
  canTake(range: WholeRange): boolean {
    const joins = range.first.seq === this.#next && range.first.prev === this.#last.hash;
    const isPlain = !this.#head && !this.#unreadable && this.#blankLine === 0;
    return joins && isPlain && this.#blanked.canTake(range);
  }

  /**
   * Takes a stretch at once, where `canTake` says so: as if `line` had been fed each of its lines.
   *
   * @param digest - Of the file behind it (`digestAfter`).
   */
  take(range: WholeRange, digest: string): void {
    this.#read += range.events;
    this.#lines += range.events;
    this.#events += range.events;
    this.#digest = digest;
    this.#clock.take(range.first, range.clock, range.last);
    for (const fault of this.#blanked.take(range)) this.#keep(fault);
    this.#last = { seq: range.last.seq, hash: range.last.hash };
    this.#next = range.last.seq + 1;
  }

  #isMalformed(why: string, line = this.#read): void {
    this.#malformed ??= { line, why };
  }

  #digested(values: string): void {
    this.#digest = fileDigest(this.#digest, values, this.#means.sha256);
  }

  end(): Verdict {
    const head = this.#head;
    if (!head) {
      this.#isMalformed("should be the signed head, and is not there", this.#read + 1);
      this.#found(this.#next, "cut off");
    }
    if (head && this.#unreadable) this.#found(this.#next, "edited");
    const missing = this.#gaps.first();
    if (missing !== undefined) this.#found(missing, "missing");
    const unordered = this.#blanked.end();
    if (unordered) this.#found(unordered.seq, unordered.reason);
    for (const seq of this.#receipts.keys()) {
      if (seq >= this.#next) this.#found(seq, rolledBack);
    }
    if (head) this.#checkHead(head);
    return {
      events: this.#events,
      erased: this.#blanked.erased,
      expired: this.#blanked.expired,
      withheld: this.#leftOut.events,
      head: this.#last,
      publicKey: head?.publicKey ?? "",
      finding: this.#finding,
      clock: { steps: this.#clock.named, count: this.#clock.count },
      malformed: this.#malformed,
    };
  }

  #row(row: EventRow): void {
    this.#events += 1;
    this.#clock.event(row.seq, row.receivedAt);
    const fault = this.#ownFault(row);
    if (fault) this.#found(row.seq, fault);
    if (row.seq < this.#next) {
      this.#found(row.seq, this.#gaps.fill(row.seq) ? "reordered" : "inserted");
      return;
    }
    if (row.seq > this.#next) this.#gaps.open(this.#next, row.seq - 1);
    // This row's own hash holds what it says of the one before: then that one is not what it was.
    else if (!fault && row.prev !== this.#last.hash)
      this.#found(Math.max(row.seq - 1, this.#firstSeq), "edited");
    if (this.#receipts.get(row.seq)?.some((hash) => !row.hash.startsWith(hash))) {
      this.#found(row.seq, rolledBack);
    }
    this.#last = { seq: row.seq, hash: row.hash };
    this.#next = row.seq + 1;
  }

  /** Events that are not there to be checked: that the server itself left them out is checked at the head. */
  #stretch(stretch: Withheld): void {
    const { from, seq, prev, hash } = stretch;
    this.#leftOut.add(stretch, this.#means.sha256);
    this.#events += seq - from + 1;
    if (from < this.#next) {
      this.#found(from, "inserted");
      return;
    }
    if (from > this.#next) this.#gaps.open(this.#next, from - 1);
    else if (prev !== this.#last.hash) this.#found(Math.max(from - 1, this.#firstSeq), "edited");
    if (this.#receipts.get(seq)?.some((known) => !hash.startsWith(known))) this.#found(seq, rolledBack);
    this.#last = { seq, hash };
    this.#next = seq + 1;
  }

  /** What is wrong with a row taken by itself. */
  #ownFault(row: EventRow): Fault | undefined {
    const is = standsAs(row, this.#means.sha256);
    if (is === "edited") return "edited";
    if (is === "event") return this.#keep(this.#blanked.event(row));
    const unordered = { seq: row.seq, reason: notOrdered } as const;
    return this.#keep(row.orderedBy === 0 ? unordered : this.#blanked.tombstone(row));
  }

  /** A fault of an order may concern an earlier row: it is noted there, unless that row is missing altogether. */
  #keep(fault: { readonly seq: number; readonly reason: Fault } | undefined): undefined {
    if (fault && !this.#gaps.has(fault.seq)) this.#found(fault.seq, fault.reason);
  }

  get #firstSeq(): number {
    return (this.#from?.seq ?? 0) + 1;
  }

  #cutAbove(from: Checkpoint): void {
    this.#from = from;
    this.#last = { seq: from.seq, hash: from.hash };
    this.#next = from.seq + 1;
    this.#blanked = new Blanked(this.#next);
    for (const seq of this.#receipts.keys()) if (seq < from.seq) this.#receipts.delete(seq);
    if (this.#receipts.get(from.seq)?.some((hash) => !from.hash.startsWith(hash))) {
      this.#found(from.seq, rolledBack);
    }
    if (!this.#means.verifies(from, checkpointText(from))) this.#found(from.seq, "signature does not fit");
  }

  #checkHead(head: ExportHead): void {
    if (head.seq > this.#last.seq) this.#found(this.#next, "cut off");
    else if (head.seq < this.#last.seq) this.#found(head.seq + 1, "inserted");
    else if (head.hash !== this.#last.hash) this.#found(head.seq, "edited");
    const key = this.#means.key ?? head.publicKey;
    const signers = this.#from ? [head, this.#from] : [head];
    if (
      signers.some(({ publicKey }) => publicKey !== key) ||
      !this.#means.verifies(head, checkpointText(head))
    ) {
      this.#found(head.seq, "signature does not fit");
    }
    if (!this.#finding && !this.#leftOut.isSignedBy(head, this.#means.verifies))
      this.#found(this.#leftOut.first, "signature does not fit");
    // Nothing that the chain holds differs, and still the file is not the one that was written.
    if (!this.#finding && head.file !== this.#digest) this.#found(head.seq, "edited");
  }

  /** The lowest seq counts; at the same one, what the file itself shows before what only receipts show. */
  #found(seq: number, fault: Fault): void {
    const found = this.#finding;
    if (!found || seq < found.seq || (seq === found.seq && found.fault === rolledBack))
      this.#finding = { seq, fault };
  }
}

const rolledBack = "rolled back against receipts";
const notOrdered = "blanked without an order";
