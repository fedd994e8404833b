/** Waits this long after a signal, so that a burst is answered once; in milliseconds. */
const settle = 300;

/**
 * Answers signals that come over the line until the returned function is called.
 *
 * @param listen - Starts listening; what it resolves to ends it.
 */
export function onSignal(
  listen: (signal: () => void) => Promise<() => Promise<void>>,
  answer: () => void,
): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => Promise<void>) | undefined;
  const soon = (): void => {
    // The first signal sets the time: a stream of them that never rests is answered all the same.
    timer ??= setTimeout(() => {
      timer = undefined;
      answer();
    }, settle);
  };
  const end = (): void => void stop?.().catch(() => undefined);
  listen(soon).then(
    (made) => {
      stop = made;
      // What came between reading the page and listening is answered for too.
      if (ended) end();
      else soon();
    },
    // Without a line the page still works; it is read anew by hand.
    () => undefined,
  );
  return () => {
    ended = true;
    clearTimeout(timer);
    end();
  };
}
