import type { Context, Reading } from "#domain/detector/verdict";
import type { ProvenanceAnswer } from "../../answers.ts";
import { send } from "../../send.ts";
import type { Desk } from "../desk.ts";
import type { HeldDocument, Judged } from "./judged.ts";

/** A file or text to be checked. */
export interface Unchecked {
  readonly kind: "file" | "text";
  readonly name: string;
  readonly content: File | string;
  readonly words?: number;
  /** Known before it is opened: a picture is called so. */
  readonly picture?: boolean;
  /** Where a text was copied. A file's origin is asked for by its name. */
  readonly origin?: Origin | null;
}

/** Where a document came from, and the trace that ties it to the record. */
export type Origin = NonNullable<ProvenanceAnswer>;

/** Milliseconds that the background has to say where a document came from. */
const originWithin = 300;

/** Checks documents at the desk. What is not finished counts as late, never as fine. */
export class Check {
  /** Ties the documents to the record that one of them came from. */
  trace: string | undefined;
  readonly finished: Promise<readonly HeldDocument[]>;
  readonly #documents: readonly Unchecked[];
  readonly #judged = new Map<Unchecked, Judged>();
  readonly #read = new Map<Unchecked, Reading["read"]>();
  readonly #stop = new AbortController();
  readonly #started = performance.now();
  readonly #until: number;

  /** @param until - `performance.now()` at which all verdicts must stand. */
  constructor(desk: Desk, documents: readonly Unchecked[], until: number) {
    this.#until = until;
    this.#documents = documents;
    this.finished = Promise.all(documents.map((one) => this.#judge(desk, one))).then(() => this.now());
  }

  /** How all documents stand now, in their order. */
  now(): readonly HeldDocument[] {
    return this.#documents.map((one) => ({
      kind: one.kind,
      name: one.name,
      ...(one.words !== undefined && { words: one.words }),
      ...(one.picture && { picture: true }),
      judged: this.#judged.get(one) ?? this.#late(one),
    }));
  }

  get total(): number {
    return this.#documents.length;
  }

  get done(): number {
    return this.#judged.size;
  }

  /** How far the document in work is, where its parts can be counted. */
  get reading(): Reading["read"] | undefined {
    return this.#documents
      .map((one) => !this.#judged.has(one) && this.#read.get(one))
      .find((read) => read !== false);
  }

  stop(): void {
    this.#stop.abort();
  }

  async #judge(desk: Desk, one: Unchecked): Promise<void> {
    const context = await this.#origin(one);
    const judged = await desk.judge(one.content, {
      context,
      progress: (read) => void this.#read.set(one, read),
      signal: this.#stop.signal,
      until: this.#until,
    });
    if (judged.kind === "late" && judged.read) this.#read.set(one, judged.read);
    this.#judged.set(one, judged.kind === "late" ? this.#late(one) : judged);
  }

  async #origin({ kind, name, origin }: Unchecked): Promise<Context> {
    const found = kind === "text" ? origin : await Promise.race([fileOrigin(name), after(originWithin)]);
    if (!found) return {};
    this.trace ??= found.trace || undefined;
    return { provenance: found.provenance };
  }

  #late(one: Unchecked): Judged {
    const read = this.#read.get(one);
    if (!read || read.done < 1 || read.of <= read.done) return { kind: "late", ...(read && { read }) };
    const each = (performance.now() - this.#started) / read.done;
    return { kind: "late", read, seconds: Math.max(1, Math.ceil((each * (read.of - read.done)) / 1_000)) };
  }
}

const fileOrigin = (name: string): Promise<Origin | null> =>
  name === "" ? Promise.resolve(null) : send("provenance", { name: name.slice(0, 260) }).catch(() => null);

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
