/** Set in this isolated world while a guard of this version watches the frame. */
export const running = "chaperoneGuard";

/** Set in this isolated world before a guard is put into a page that was open already. */
export const late = "chaperoneLate";

/**
 * Whether this guard came after the page's own scripts, which may have kept the browser's functions and listeners by
 * then: it can hold what it hears of, and can't say that it hears of all.
 */
export function cameLate(): boolean {
  const world = globalThis as { [late]?: boolean };
  // Firefox puts the manifest's scripts into open pages by itself. A frame without an address is complete at its start.
  const loaded = document.readyState !== "loading" && /^https?:$/.test(location.protocol);
  return world[late] === true || loaded;
}
