import type { Page } from "playwright";

/** All that the extension keeps on this computer, as one text: its storage, and every row of its outbox. */
export function keptInExtension(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open("chaperone");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction("events").objectStore("events").getAll();
        all.onsuccess = () => {
          opening.result.close();
          resolve(all.result);
        };
      };
    });
    const stored = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    return JSON.stringify([...stored, rows]);
  });
}
