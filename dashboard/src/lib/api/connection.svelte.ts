/** First wait before the server is asked for again, and the longest one; in milliseconds. */
const soonest = 2_000;
const latest = 20_000;
/** One that is lost again within this long was hardly back: the next waits are longer. In milliseconds. */
const steadyAfter = 30_000;

/** Whether the clinic's server answers, as far as this page knows; while it does not, it is asked for again and again. */
class Connection {
  /** Milliseconds since 1970 from which on it did not answer; undefined while it does. */
  #lostSince = $state<number>();
  #wait = soonest;
  #backAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onReturn = new Set<() => void>();

  get lostSince(): number | undefined {
    return this.#lostSince;
  }

  /** The server answered, whatever it said. */
  answered(): void {
    if (this.#lostSince === undefined) return;
    clearTimeout(this.#timer);
    this.#lostSince = undefined;
    this.#backAt = Date.now();
    for (const call of [...this.#onReturn]) call();
  }

  /** It could not be reached, or what stands before it said that it is away. */
  lost(): void {
    if (this.#lostSince !== undefined) return;
    this.#lostSince = Date.now();
    this.#wait = Date.now() - this.#backAt < steadyAfter ? Math.min(2 * this.#wait, latest) : soonest;
    this.#ask();
  }

  /** @returns Whether the server answers now. */
  async check(): Promise<boolean> {
    const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => undefined);
    const there = answer?.ok === true;
    if (there) this.answered();
    else this.lost();
    return there;
  }

  /** Calls back each time when it answers again, until the returned function is called. */
  onReturn(call: () => void): () => void {
    this.#onReturn.add(call);
    return () => this.#onReturn.delete(call);
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      this.#wait = Math.min(1.5 * this.#wait, latest);
      if (!(await this.check())) this.#ask();
    }, this.#wait);
  }

  constructor() {
    // The browser knows sooner than a timer that there is a network again.
    addEventListener("online", () => {
      if (this.#lostSince !== undefined) void this.check();
    });
  }
}

export const connection = new Connection();
