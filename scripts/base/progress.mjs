/** A step that takes longer than this many milliseconds shows that it still runs. */
const stillRunningEvery = 10_000;

/**
 * Runs one long step: says what begins, that it still runs, and how long it took.
 * @template T
 * @param {string} what such as "Building the dashboard"
 * @param {(tell: (detail: string) => void) => Promise<T>} work may tell a detail, such as "40 %"
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  let detail = "";
  console.log(`${what} …`);
  const timer = setInterval(() => {
    console.log(`  still at it, ${seconds()}${detail ? `, ${detail}` : ""}`);
  }, stillRunningEvery);
  try {
    const result = await work((text) => {
      detail = text;
    });
    if (Date.now() - began > 1000) console.log(`  done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
