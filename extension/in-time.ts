/**
 * What is asked, within a time.
 *
 * @param within - Milliseconds.
 * @throws {DOMException} `TimeoutError` where no answer has come by then; else what the asked one throws.
 */
export async function inTime<T>(asked: Promise<T>, within: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("it did not answer in time", "TimeoutError")), within);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
