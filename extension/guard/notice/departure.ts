/** Set in the tab's own storage when a page goes with a question unanswered; it says only that. */
const mark = "chaperone-closed";

/** The going of a page: unanswered questions end as removed, and the next page says so. */
export class Departure {
  #gone = new AbortController();
  #open = 0;

  constructor() {
    window.addEventListener("pagehide", () => {
      if (this.#open > 0) keep(mark);
      this.#gone.abort(new DOMException("The page closed.", "AbortError"));
    });
    window.addEventListener("pageshow", () => {
      if (this.#gone.signal.aborted) this.#gone = new AbortController();
    });
  }

  /** Aborted when the page goes. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** Counts a question while it is open. */
  async during<T>(question: Promise<T>): Promise<T> {
    this.#open += 1;
    try {
      return await question;
    } finally {
      this.#open -= 1;
    }
  }
}

/** Whether the page before this one, in this tab, went with a question unanswered. Said once. */
export function wentUnanswered(): boolean {
  try {
    const was = sessionStorage.getItem(mark) !== null;
    sessionStorage.removeItem(mark);
    return was;
  } catch {
    return false;
  }
}

function keep(name: string): void {
  try {
    sessionStorage.setItem(name, "1");
  } catch {
    // A sandboxed frame has no storage; the event `closed` tells it all the same.
  }
}
