import type { Context, Reading } from "#domain/detector/verdict";
import type { ProvenanceAnswer } from "../../answers.ts";
import { BytesOrigins } from "./bytes-origins.ts";
import { FileOrigins } from "./file-origins.ts";
import type { HeldDocument, Judged, Judges } from "./judged.ts";

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

/**
 * Documents that are on their way at once. The detector takes one after the other and turns away what waits beyond its
 * bound (`waitingAtMost` of detector/messages.ts); a few on their way keep it busy.
 */
const atOnce = 12;

/** Checks documents at the desk. What is not finished counts as late, never as fine. */
export class Check {
  /** Ties the documents to the record that one of them came from. */
  trace: string | undefined;
  /** Digest of that record. */
  record: string | undefined;
  readonly finished: Promise<readonly HeldDocument[]>;
  readonly #documents: readonly Unchecked[];
  readonly #origins: FileOrigins;
  readonly #bytes = new BytesOrigins();
  readonly #judged = new Map<Unchecked, Judged>();
  readonly #read = new Map<Unchecked, Reading["read"]>();
  readonly #stop = new AbortController();
  readonly #started = performance.now();
  readonly #until: number;
  readonly #clinic: Context;

  /**
   * @param until - `performance.now()` at which all verdicts must stand.
   * @param clinic - What the clinic's policy says of judging.
   */
  constructor(desk: Judges, documents: readonly Unchecked[], until: number, clinic: Context = {}) {
    this.#until = until;
    this.#clinic = clinic;
    this.#documents = documents;
    this.#origins = new FileOrigins(documents.flatMap(({ kind, name }) => (kind === "file" ? [name] : [])));
    this.finished = this.#all(desk).then(() => this.now());
  }

  /** How all documents stand now, in their order. */
  now(): readonly HeldDocument[] {
    return this.#documents.map((one) => ({
      kind: one.kind,
      name: one.name,
      ...(one.words !== undefined && { words: one.words }),
      ...(one.picture && { picture: true }),
      judged: this.#judged.get(one) ?? this.#late(one),
      content: one.content,
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

  async #all(desk: Judges): Promise<void> {
    const open = [...this.#documents];
    const lane = async (): Promise<void> => {
      for (let one = open.shift(); one && !this.#stop.signal.aborted; one = open.shift()) {
        await this.#judge(desk, one);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }

  async #judge(desk: Judges, one: Unchecked): Promise<void> {
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

  async #origin({ kind, name, content, origin }: Unchecked): Promise<Context> {
    const found = kind === "text" ? origin : await this.#fileOrigin(name, content);
    if (!found) return this.#clinic;
    this.trace ??= found.trace || undefined;
    this.record ??= found.record;
    return { ...this.#clinic, provenance: found.provenance };
  }

  /** The bytes say more than a name that anybody may change. */
  async #fileOrigin(name: string, content: File | string): Promise<Origin | null> {
    const [byBytes, byName] = await Promise.all([
      typeof content === "string" ? null : this.#bytes.of(content),
      this.#origins.of(name),
    ]);
    return byBytes ?? byName;
  }

  #late(one: Unchecked): Judged {
    const read = this.#read.get(one);
    if (!read || read.done < 1 || read.of <= read.done) return { kind: "late", ...(read && { read }) };
    const each = (performance.now() - this.#started) / read.done;
    return { kind: "late", read, seconds: Math.max(1, Math.ceil((each * (read.of - read.done)) / 1_000)) };
  }
}
