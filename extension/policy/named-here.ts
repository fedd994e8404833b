import * as z from "zod/mini";
import { type NamedSite, namedSite } from "#domain/clinic/named-site";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import { managedSites } from "../pairing/managed.ts";
import { currentPairing, type Pairing } from "../pairing/pairing.ts";
import { stored } from "../stored.ts";
import { currentPolicy } from "./held-policy.ts";

/**
 * Sites as the clinic named them last. They outlive a revocation, so that their pages go on holding files; a person who
 * unpairs this browser themself ends them, and so does the next pairing. Hosts and adapters alone.
 */
export const keptSites = stored<NamedSite[] | null>("local:named", z.nullable(z.array(namedSite)), null);

/** Which pages count as the clinic's here, and by what that is known. */
export interface Named {
  readonly by: "policy" | "kept" | "managed";
  readonly sites: readonly NamedSite[];
}

/**
 * The sites that are the clinic's in this browser: by its policy; without one by what was kept of it; else, where the
 * browser's own managed policy names the server, by that and by what ships.
 *
 * @returns null where nothing is known of any clinic: never paired, unpaired by hand, or the storage was cleared.
 */
export async function namedHere(): Promise<Named | null> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  return namedBy(pairing, policy);
}

/** The same, where pairing and policy have been read. */
export async function namedBy(pairing: Pairing | null, policy: PolicyAnswer | null): Promise<Named | null> {
  const kept = await keptSites.get();
  if (pairing && policy) return { by: "policy", sites: policy.sites };
  if (kept) return { by: "kept", sites: kept };
  const managed = await managedSites();
  return managed && { by: "managed", sites: managed };
}
