import { afterAll } from "vitest";

type Closable = { stop(): Promise<unknown> } | { close(): Promise<unknown> } | { remove(): void };

/** What a suite has opened, closed after its last test in the reverse order, whatever happened in between. */
export function closing() {
  const open: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    const failed: unknown[] = [];
    for (const close of open.reverse()) await close().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw new AggregateError(failed, "not everything could be closed");
  });
  return {
    /** Remembers to stop, close or remove a thing, and gives it back. */
    open<T extends Closable>(thing: T): T {
      open.push(async () => {
        if ("stop" in thing) await thing.stop();
        else if ("close" in thing) await thing.close();
        else thing.remove();
      });
      return thing;
    },
    later(close: () => unknown): void {
      open.push(async () => close());
    },
  };
}
