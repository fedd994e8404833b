import type { Page } from "playwright";

/** An event as the extension's own database holds it. */
export interface OutboxRow {
  readonly n: number;
  readonly state: string;
  readonly reason?: string;
  readonly event: {
    readonly id: string;
    readonly kind: string;
    readonly occurredAt: string;
    readonly recordRef?: string;
  };
}

/** Reads the outbox on one of the extension's own pages, in the order of its numbers. */
export function readOutbox(page: Page): Promise<OutboxRow[]> {
  return page.evaluate(
    () =>
      new Promise<OutboxRow[]>((resolve, reject) => {
        const opening = indexedDB.open("chaperone");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("events").objectStore("events").getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
  );
}
