import { availableParallelism } from "node:os";
import type { Judged } from "./judged.ts";
import { Reader } from "./reader.ts";

/** Readers at most, however many cores there are: a file may take a gigabyte of memory. */
const readersAtMost = 8;

interface Job {
  readonly path: Buffer;
  readonly answer: (judged: Judged) => void;
  readonly refuse: (problem: unknown) => void;
}

/** As many readers as there are cores, and the files that wait for them. */
export class Pool {
  readonly #milliseconds: number;
  readonly #why: boolean;
  readonly #waiting: Job[] = [];
  readonly #idle: Reader[] = [];
  readonly #all = new Set<Reader>();
  #working = 0;

  /**
   * @param milliseconds that one file may take.
   * @param why Whether each kind's part in the score is asked for.
   */
  constructor(milliseconds: number, why = false) {
    this.#milliseconds = milliseconds;
    this.#why = why;
  }

  /** The verdict on a file, whatever it holds. Rejects only when no reader can be started. */
  judge(path: Buffer): Promise<Judged> {
    return new Promise((answer, refuse) => {
      this.#waiting.push({ path, answer, refuse });
      if (this.#working < Math.min(availableParallelism(), readersAtMost)) void this.#work();
    });
  }

  /** Ends the readers, whatever they do. */
  end(): void {
    for (const reader of this.#all) reader.end();
  }

  /** One reader takes file after file until none waits. */
  async #work(): Promise<void> {
    this.#working++;
    let reader = this.#idle.pop();
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      try {
        if (reader === undefined || reader.ended) reader = await this.#start();
        job.answer(await reader.judge(job.path, this.#milliseconds, this.#why));
      } catch (problem) {
        job.refuse(problem);
      }
    }
    this.#working--;
    if (reader && !reader.ended) this.#idle.push(reader);
  }

  async #start(): Promise<Reader> {
    const reader = await Reader.start();
    for (const one of this.#all) if (one.ended) this.#all.delete(one);
    this.#all.add(reader);
    return reader;
  }
}
