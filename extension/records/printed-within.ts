/** Said to the page around a frame: the frame is being printed. */
export const printedWithin = "chaperone-printed";

/**
 * Pages print a letter out of a frame of their own, which has no record in its address: the page around it has, and is told.
 * A frame prints as soon as it is there, so this begins with it; the page hears nothing until it has printed.
 *
 * @param isRecord - Whether a record stands in this frame itself: then it is told of that one.
 */
export function tellOfPrintAround(isRecord: () => boolean, signal: AbortSignal): void {
  if (parent === window) return;
  const printed = (): void => {
    if (isRecord()) return;
    setTimeout(() => {
      try {
        parent.document.dispatchEvent(new CustomEvent(printedWithin));
      } catch {
        // Of another origin: it is no part of the record.
      }
    });
  };
  addEventListener("beforeprint", printed, { signal });
}
