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
