/** What Vite threw where a part of the page's own code could not be fetched. */
const missing = new WeakSet<object>();

addEventListener("vite:preloadError", ({ payload }) => {
  missing.add(payload);
});

/** Whether a thrown thing says that code could not be fetched: no server, or another Chaperone since the tab was opened. */
export const isMissingPart = (thrown: unknown): boolean =>
  typeof thrown === "object" && thrown !== null && missing.has(thrown);

/** What is said about it, with a way to reload beside. */
export const partIsMissing =
  "A part of this page could not be fetched. The server does not answer, or Chaperone was updated since this tab was opened.";
export const reloadHelps = "Reload the page to go on. Nothing that you had saved is lost.";

const key = "chaperone-reloaded";
/** Not sooner again than after this long, in milliseconds: a part that stays missing would reload without end. */
const seldom = 60_000;

/** Reads the page anew with its code, unless that was done just before. */
export function reloadSeldom(): void {
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < seldom) return;
  sessionStorage.setItem(key, String(Date.now()));
  location.reload();
}
