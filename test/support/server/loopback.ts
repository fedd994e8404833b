import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "../child.ts";
import { patience } from "../patience.ts";

/** A port of 127.0.0.1 that nobody holds now. Another may take it before its user does: see {@link onFreePort}. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("127.0.0.1 gave no port");
  return address.port;
}

/**
 * Polls until `check` gives something truthy; what it throws counts as not yet.
 *
 * @throws {Error} Naming `what`, and the last failure, when `within` milliseconds have passed.
 */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
  within = patience,
  every = 100,
): Promise<NonNullable<T>> {
  const end = Date.now() + within;
  let last: unknown;
  for (;;) {
    try {
      const got = await check();
      if (got) return got as NonNullable<T>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not within ${within} ms: ${what}`, { cause: last });
    await sleep(every);
  }
}

/**
 * Starts a program that can't ask the system for a port itself: on a free one, and on another when it ends at
 * once because somebody was faster.
 */
export async function onFreePort(
  what: string,
  start: (port: number) => Child,
  ready: (port: number) => Promise<boolean>,
): Promise<{ readonly port: number; readonly child: Child }> {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const child = start(port);
    try {
      await until(`${what} on port ${port}`, async () => child.ended() || (await ready(port)), 30_000);
      if (!child.ended()) return { port, child };
      throw new Error(`${what} ended at once: ${child.printed().slice(-2_000)}`);
    } catch (error) {
      await child.stop();
      if (tries === 3) throw error;
    }
  }
}

/** Whether an address answers at all below 500. */
export async function answers(url: string, headers: Record<string, string> = {}): Promise<boolean> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(3_000) });
  await response.arrayBuffer();
  return response.status < 500;
}
