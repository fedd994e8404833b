/** Told to the document of a record by a frame or window that prints on its behalf. */
export const printedFrom = "chaperone-printed";

/**
 * The document that a letter is printed for: many a page writes it into a frame, or into a window without an address of
 * its own. A frame of another site is nobody's.
 */
function madeBy(): Document | undefined {
  try {
    if (window !== parent) return frameElement?.ownerDocument;
    return /^(?:about|blob):$/.test(location.protocol) ? opener?.document : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Has a frame or window that shows no record of its own tell the page that made it of each print.
 *
 * @param own - Whether a record of its own stands in it: then it tells by itself.
 */
export function passPrintsOn(own: () => boolean, signal: AbortSignal): void {
  const pass = (): void => {
    if (!own()) madeBy()?.dispatchEvent(new Event(printedFrom));
  };
  const listen = (): void => addEventListener("beforeprint", pass, { signal });
  listen();
  // Whoever writes the document anew takes the listeners off its window: not those of a list of media, which a browser
  // that prints at once asks, and not this observer.
  matchMedia("print").addEventListener("change", ({ matches }) => matches && pass(), { signal });
  const observer = new MutationObserver(listen);
  observer.observe(document, { childList: true });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}
