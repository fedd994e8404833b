import { setTimeout as sleep } from "node:timers/promises";
import { Secret, TOTP } from "otpauth";

const stepMs = 30_000;
/** Milliseconds for which a code must still be taken: typing it and asking the server takes a slow machine so long. */
const goodFor = 20_000;
const last = new Map<string, number>();

/**
 * A code that the server has not seen from this process: each counter is taken once, and those of the step
 * before, this and the next are accepted (DESIGN.md 6). Waits for the next step when all three are used up.
 */
export async function oneTimeCode(secret: string): Promise<string> {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: stepMs / 1_000 });
  const now = Math.floor(Date.now() / stepMs);
  const before = (now + 1) * stepMs - Date.now() < goodFor ? now : now - 1;
  const counter = Math.max((last.get(secret) ?? 0) + 1, before);
  const early = (counter - 1) * stepMs + 500 - Date.now();
  if (early > 0) await sleep(early);
  last.set(secret, counter);
  return totp.generate({ timestamp: counter * stepMs });
}

/** The codes that this process has taken so far: each secret's last counter. */
export const spentCodes = (): [string, number][] => [...last];

/** Takes none of these codes again: a server knows them from another process. */
export function spendCodes(spent: readonly (readonly [string, number])[]): void {
  for (const [secret, counter] of spent) last.set(secret, Math.max(counter, last.get(secret) ?? 0));
}
