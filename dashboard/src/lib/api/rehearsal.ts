import * as z from "zod/mini";
import type { RuleTable } from "#domain/clinic/mail-rules";
import { decisions, ruledChannels, ruledRecipients, ruledStrengths } from "#domain/ledger/rule-lists";
import { ask } from "./client.ts";

const change = z.object({
  channel: z.enum(ruledChannels),
  to: z.enum(ruledRecipients),
  strength: z.enum(ruledStrengths),
  did: z.enum(decisions),
  does: z.enum(decisions),
  count: z.int(),
});
const rehearsal = z.object({
  held: z.int(),
  stricter: z.array(change),
  milder: z.array(change),
  same: z.int(),
  apart: z.int(),
  unknown: z.int(),
});
export type Rehearsal = z.infer<typeof rehearsal>;

/** What a table would have done with what was held in the last ninety days. */
export const rehearseRules = (rules: RuleTable): Promise<Rehearsal> =>
  ask(rehearsal, "rules-rehearsal", { method: "POST", body: { rules } });
