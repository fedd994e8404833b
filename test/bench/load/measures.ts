/** Times of one kind of request, in milliseconds, and how often it failed. */
export class Measure {
  readonly #times: number[] = [];
  failed = 0;
  /** Asked, and not answered yet. */
  #due = 0;

  add(ms: number): void {
    this.#times.push(ms);
  }

  /** Runs one request and books its time, or that it failed. */
  async of(run: () => Promise<{ readonly status: number; readonly ms: number }>): Promise<void> {
    this.#due += 1;
    try {
      const { status, ms } = await run();
      if (status === 200) this.add(ms);
      else this.failed += 1;
    } catch {
      this.failed += 1;
    } finally {
      this.#due -= 1;
    }
  }

  figures(): Figures {
    const sorted = this.#times.toSorted((a, b) => a - b);
    const at = (share: number) =>
      Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN) * 10) / 10;
    return {
      requests: sorted.length,
      failed: this.failed,
      unanswered: this.#due,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
    };
  }
}

export interface Figures {
  readonly requests: number;
  readonly failed: number;
  readonly unanswered: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}
