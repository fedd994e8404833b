import * as z from "zod/mini";
import { type PolicyAnswer, policyAnswer } from "#domain/clinic/policy-answer";
import { stored } from "../stored.ts";

/** The clinic's policy as last fetched. Guarding goes on by it however long the server is silent. */
const held = z.object({ answer: policyAnswer, etag: z.string(), fetchedAt: z.number() });
export type HeldPolicy = z.infer<typeof held>;

export const heldPolicy = stored<HeldPolicy | null>("local:policy", z.nullable(held), null);

/** Version of the server that gave it, for trying refused events again after an update. */
export const serverVersion = stored("local:server-version", z.string(), "");

export async function currentPolicy(): Promise<PolicyAnswer | null> {
  return (await heldPolicy.get())?.answer ?? null;
}
