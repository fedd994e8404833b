import * as z from "zod/mini";
import { milliseconds, policy } from "#domain/policy";
import { currentPairing } from "../pairing/pairing.ts";
import { heldPolicy } from "../policy/held-policy.ts";
import { stored } from "../stored.ts";
import { keptHash } from "./store.ts";

/**
 * How the list of the clinic's own patients stands in this browser. Of all but `off` and `kept` the server and the person are
 * told: what is not asked must never look like nothing found.
 */
export const listStandings = ["off", "kept", "older", "not-here", "unreadable"] as const;
export type ListStanding = (typeof listStandings)[number];

/** How it stood when that was told last; pages of ours read anew when it changes. */
export const listStood = stored("session:list", z.enum(listStandings), "off");

/**
 * The list that the clinic wants here; null for none. A browser that has not heard of its clinic for as long as a list is kept
 * at all wants none: nobody could tell it to erase one.
 */
export async function wantedList(nowMs: number): Promise<{ sha256: string; bytes: number } | null> {
  const [pairing, held] = await Promise.all([currentPairing.get(), heldPolicy.get()]);
  if (!pairing || !held || nowMs - held.fetchedAt >= milliseconds(policy.exactListKept)) return null;
  return held.answer.exact ?? null;
}

/** As it is now: the policy's word against the store's. Never throws. */
export async function listStanding(): Promise<ListStanding> {
  const wanted = await wantedList(Date.now());
  if (!wanted) return "off";
  try {
    const kept = await keptHash();
    if (kept === "") return "not-here";
    return kept === wanted.sha256 ? "kept" : "older";
  } catch {
    return "unreadable";
  }
}
