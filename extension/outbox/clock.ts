import * as z from "zod/mini";
import { milliseconds, policy } from "#domain/policy";
import { stored } from "../stored.ts";

/** How far this computer's clock is behind the server's, in milliseconds; 0 while they agree within the limit. */
export const clockBehind = stored("local:clock", z.int(), 0);

/** What to add to this computer's time so that it agrees with the server's; small differences are left alone. */
export function behindBy(serverTime: string, now: number): number {
  const difference = Date.parse(serverTime) - now;
  return Math.abs(difference) > milliseconds(policy.clockOffBy) ? difference : 0;
}

/** An instant of this computer's clock as the server would have written it. */
export function stampedBy(behind: number, own: number): string {
  return new Date(own + behind).toISOString();
}

/**
 * When a request with events says it was sent. Its events may be stamped by either clock, and none may be later than
 * this; a heartbeat, which holds none, always tells this computer's own time, so that a wrong clock shows.
 */
export function sentAt(behind: number, own: number, events: number): string {
  return stampedBy(events > 0 ? Math.max(0, behind) : 0, own);
}
