import { onePerWorld } from "../one-per-world.ts";

const last = onePerWorld("moment", () => ({ at: Number.NEGATIVE_INFINITY }));

/** Milliseconds by which a moment is later than the one before it, where the clock stands. */
const step = 0.001;

/**
 * Now, as `performance.now()` counts, and later than every moment that was asked for before in this frame. Browsers round
 * their clocks, Firefox to a millisecond and to a hundred where it hides from trackers: an answer and what left by it would
 * else stand at one time, and nobody could tell what came after.
 */
export function moment(): number {
  last.at = Math.max(performance.now(), last.at + step);
  return last.at;
}
