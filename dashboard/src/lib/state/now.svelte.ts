import { createSubscriber } from "svelte/reactivity";

/** The time, drawn anew every half minute where it is read; milliseconds since 1970. */
class Now {
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, 30_000);
    return () => clearInterval(timer);
  });

  get time(): number {
    this.#subscribe();
    return Date.now();
  }
}

export const now = new Now();
