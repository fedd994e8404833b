/** Resolves once the page is shown: browsers prepare pages that somebody may open, and nobody sees those. */
export const untilShown = (): Promise<void> =>
  new Promise((resolve) => {
    if (!(document as { prerendering?: boolean }).prerendering) return resolve();
    document.addEventListener("prerenderingchange", () => resolve(), { once: true });
  });
