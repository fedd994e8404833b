import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../server/people/clinic.ts";

/** Lengths of the general limit's window (10 s) that are waited out at most. */
const most = 3;
const window = 10_000;

/**
 * Asks as `ask` does, and again once the server's general limit lets it through: a quiet machine asks
 * faster than the limit allows, and what is tested here is who may, not how often.
 */
export async function asked(...request: Parameters<typeof ask>): ReturnType<typeof ask> {
  for (let tries = 0; ; tries++) {
    const answer = await ask(...request);
    if (answer.status !== 429 || tries === most) return answer;
    await sleep(window);
  }
}
