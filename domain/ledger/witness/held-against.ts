import type { Checkpoint } from "../ledger.ts";
import { isSignedSo, type Witness } from "./witness.ts";

/** The log as it stands now, asked by entry. */
export interface Standing {
  /** undefined where the log holds no such entry. */
  readonly hashAt: (seq: number) => string | undefined;
  /** The first and the last entry; 0 of an empty log. */
  readonly first: number;
  readonly last: number;
  /** Public key with which the log is signed here; '' where that is not known. */
  readonly publicKey: string;
  readonly verifies: (point: Checkpoint, text: string) => boolean;
}

/**
 * agrees: the entry stands as it was kept. differs: another stands in its place. beyond: the log ends before it. gone: it
 * is missing within the log. below: the log begins after it, so nothing can be said. other-key: it agrees, and was signed
 * with another key than the one in use. not-signed: what was kept is no statement of any server, its signature does not fit.
 */
export type Agreement = "agrees" | "differs" | "beyond" | "gone" | "below" | "other-key" | "not-signed";

export function heldAgainst(witness: Witness, standing: Standing): Agreement {
  const { seq, hash, signed } = witness;
  if (!isSignedSo(witness, standing.verifies)) return "not-signed";
  if (seq > standing.last) return "beyond";
  if (seq < standing.first) return "below";
  const stands = standing.hashAt(seq);
  if (stands === undefined) return "gone";
  if (!stands.startsWith(hash)) return "differs";
  return signed && standing.publicKey !== "" && signed.publicKey !== standing.publicKey
    ? "other-key"
    : "agrees";
}

/** A witness that the log contradicts, and where it comes from. */
export interface Contradiction {
  readonly witness: Witness;
  /** "checkpoint (daily)", "kept.txt": whose word it is. */
  readonly from: string;
  readonly is: Exclude<Agreement, "agrees" | "below">;
}

/** Most contradictions that are kept by name: the first say what the others do. */
const named = 20;

/** Holds witness after witness against the log; of those that agree only their numbers are kept. */
export class Held {
  readonly #standing: Standing;
  readonly #agreeing: number[] = [];
  readonly contradictions: Contradiction[] = [];
  /** How many were asked, agreed, and were contradicted. */
  asked = 0;
  agreed = 0;
  contradicted = 0;
  #lowest = Number.POSITIVE_INFINITY;
  #newest = 0;

  constructor(standing: Standing) {
    this.#standing = standing;
  }

  add(witness: Witness, from: string): Agreement {
    const is = heldAgainst(witness, this.#standing);
    this.asked += 1;
    if (is === "agrees" || is === "below") {
      if (is === "agrees") {
        this.agreed += 1;
        this.#newest = Math.max(this.#newest, witness.seq);
        this.#agreeing.push(witness.seq);
      }
      return is;
    }
    this.contradicted += 1;
    if (is === "differs" || is === "beyond" || is === "gone")
      this.#lowest = Math.min(this.#lowest, is === "beyond" ? this.#standing.last + 1 : witness.seq);
    if (this.contradictions.length < named) this.contradictions.push({ witness, from, is });
    return is;
  }

  /** The newest entry of which a witness agrees; 0 where none does. */
  get newest(): number {
    return this.#newest;
  }

  /**
   * Between which entries the first one that is not what it was lies, both within; undefined where no witness says so. One
   * entry where the one before it agrees.
   */
  get concerned(): { readonly from: number; readonly to: number } | undefined {
    if (this.#lowest === Number.POSITIVE_INFINITY) return undefined;
    const to = this.#lowest;
    const below = this.#agreeing.reduce((most, seq) => (seq < to && seq > most ? seq : most), 0);
    const isCut = to === this.#standing.last + 1;
    return { from: isCut ? to : below + 1, to };
  }
}
