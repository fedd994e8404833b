import { type ChildProcess, fork } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Judged, notRead, type Reason } from "./judged.ts";
import type { Answer, Ask } from "./reader-process.ts";

/** Megabytes of JavaScript's memory that a file may take; a process that wants more is ended by its engine. */
const heapAtMost = 1_024;
/** Part of a file's time that reading may take; the rest is for judging, as in the extension. */
const readingShare = 0.8;

const program = fileURLToPath(new URL("./reader-process.ts", import.meta.url));

/**
 * A process that judges one file at a time. A file on which it hangs or dies has an answer too, and ends the process. It is
 * no worker thread: a thread that runs out of memory takes the whole program with it (tried on Node 26.10).
 */
export class Reader {
  readonly #process: ChildProcess;
  #settle: ((judged: Judged | Reason) => void) | undefined;
  #ended = false;

  /** @throws {Error} when no process can be started, or what it runs is not installed. */
  static start(): Promise<Reader> {
    const child = fork(program, {
      execArgv: [`--max-old-space-size=${heapAtMost}`],
      serialization: "advanced",
      // Standard output is for verdicts alone, and a library's warning could quote a file.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", () => reject(new Error("the readers can't be started: run npm ci")));
      child.once("message", () => {
        child.removeAllListeners();
        resolve(new Reader(child));
      });
    });
  }

  private constructor(child: ChildProcess) {
    this.#process = child;
    child.on("message", (judged: Exclude<Answer, "ready">) => this.#settle?.(judged));
    child.on("error", () => this.#lose("damaged"));
    // Out of memory the engine aborts, and the system kills.
    child.on("exit", (code, signal) =>
      this.#lose(code === 134 || signal === "SIGABRT" || signal === "SIGKILL" ? "too-large" : "damaged"),
    );
  }

  /** Whether another must take over. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * The verdict on a file. Never rejects.
   *
   * @param milliseconds until it must stand; then the process is ended, whatever it does.
   */
  judge(path: Buffer, milliseconds: number, why = false): Promise<Judged> {
    const begun = performance.now();
    return new Promise((answer) => {
      const limit = setTimeout(() => this.#lose("timed-out"), milliseconds);
      this.#settle = (judged) => {
        clearTimeout(limit);
        this.#settle = undefined;
        const whole =
          typeof judged === "string" ? notRead(judged, sizeOf(path), performance.now() - begun) : judged;
        // What took too long may still be at work after its answer.
        if (whole.unreadable === "timed-out") this.end();
        answer(whole);
      };
      const ask: Ask = { path, milliseconds: milliseconds * readingShare, why };
      this.#process.send(ask);
    });
  }

  end(): void {
    this.#ended = true;
    this.#process.kill("SIGKILL");
  }

  #lose(reason: Reason): void {
    this.#ended = true;
    this.#settle?.(reason);
    this.#process.kill("SIGKILL");
  }
}

function sizeOf(path: Buffer): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
