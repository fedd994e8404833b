import { Worker } from "node:worker_threads";
import type { Receipt } from "#domain/ledger/event";
import type { WholeRange } from "#domain/ledger/verify-range";
import type { Answer, Told } from "./range-worker.ts";

interface Waiting {
  readonly answer: (answer: Answer) => void;
  readonly refuse: (problem: Error) => void;
}

/** A thread that verifies pieces of an export apart from all others. It answers in the order in which it was asked. */
export class RangeThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #problem: Error | undefined;

  constructor() {
    this.#worker = new Worker(new URL("./range-worker.ts", import.meta.url));
    this.#worker.on("message", (answer: Answer) => this.#waiting.shift()?.answer(answer));
    this.#worker.on("error", (problem: Error) => this.#ended(problem));
    this.#worker.on("exit", () => this.#ended(new Error("a thread of the verifier ended")));
  }

  /** Begins another file. */
  begin(receipts: readonly Receipt[]): void {
    this.#tell({ receipts });
  }

  async verify(piece: Buffer): Promise<WholeRange | undefined> {
    const answer = await this.#ask({ verify: piece });
    return "range" in answer ? answer.range : undefined;
  }

  /** Digest of the file behind the piece that was verified first of those that are held. */
  async digestAfter(before: string): Promise<string> {
    const answer = await this.#ask({ digestAfter: before });
    if (!("digest" in answer)) throw new Error("a thread of the verifier answered out of turn");
    return answer.digest;
  }

  /** Lets go of the piece that was verified first of those that are held. */
  forget(): void {
    this.#tell({ forget: true });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(told: Told): Promise<Answer> {
    return new Promise((answer, refuse) => {
      if (this.#problem) return refuse(this.#problem);
      this.#waiting.push({ answer, refuse });
      this.#tell(told);
    });
  }

  #tell(told: Told): void {
    this.#worker.postMessage(told);
  }

  #ended(problem: Error): void {
    this.#problem ??= problem;
    for (const { refuse } of this.#waiting.splice(0)) refuse(this.#problem);
  }
}
