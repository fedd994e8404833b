/** Waits this long after a signal, so that a burst is answered once; in milliseconds. */
const settle = 300;
/** Rests this many times as long as the last answer took: fifty open pages never keep a busy server from its work. */
const restFor = 4;
/** Longest rest, in milliseconds: what is shown is never older by more. */
const longestRest = 10_000;

/**
 * Answers signals that come over the line until the returned function is called. While an answer is still due no other
 * is begun: whatever is signalled meanwhile is answered once, afterwards.
 *
 * @param listen - Starts listening; what it resolves to ends it.
 * @param answer - Its promise lasts until what it asked for is there.
 */
export function onSignal(
  listen: (signal: () => void) => Promise<() => Promise<void>>,
  answer: () => Promise<unknown>,
): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => Promise<void>) | undefined;
  let due = false;
  let missed = false;
  let restsUntil = 0;
  const answered = async (): Promise<void> => {
    timer = undefined;
    due = true;
    const began = performance.now();
    try {
      await answer();
    } finally {
      due = false;
      const now = performance.now();
      restsUntil = now + Math.min(restFor * (now - began), longestRest);
      if (missed && !ended) soon();
      missed = false;
    }
  };
  const soon = (): void => {
    // The first signal sets the time: a stream of them that never rests is answered all the same.
    if (due) missed = true;
    else timer ??= setTimeout(() => void answered(), Math.max(settle, restsUntil - performance.now()));
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
