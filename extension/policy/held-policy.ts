import * as z from "zod/mini";
import { type PolicyAnswer, policyAnswer } from "#domain/clinic/policy-answer";
import { correctionSet } from "#domain/sites/corrections";
import { correctClinical } from "../clinical/clinical.ts";
import { correctMail } from "../mail/mail.ts";
import { stored } from "../stored.ts";

/** The clinic's policy as last fetched. Guarding goes on by it however long the server is silent. */
const held = z.object({
  answer: policyAnswer,
  etag: z.string(),
  fetchedAt: z.number(),
  /** What the clinic corrected, as it was taken; checked then. */
  corrections: z.optional(z.nullable(correctionSet)),
});
export type HeldPolicy = z.infer<typeof held>;

export const heldPolicy = stored<HeldPolicy | null>("local:policy", z.nullable(held), null);

/** Version of the server that gave it, for trying refused events again after an update. */
export const serverVersion = stored("local:server-version", z.string(), "");

/** The policy, by whose corrections pages are read from then on. */
export async function currentPolicy(): Promise<PolicyAnswer | null> {
  const now = await heldPolicy.get();
  const adapters = now?.corrections?.adapters ?? [];
  correctMail(adapters.filter((one) => one.kind === "webmail"));
  correctClinical(adapters.filter((one) => one.kind === "clinical"));
  return now?.answer ?? null;
}
