import * as z from "zod/mini";
import { decisions } from "../ledger/rule-lists.ts";
import type { RuleTable } from "./mail-rules.ts";

/** The clinic's table of rules as it is stored and sent; what it means stands in mail-rules.ts, which the guard carries. */

const decision = z.enum(decisions);
const byStrength = z.strictObject({ strong: decision, weak: decision, unreadable: decision });
const byRecipient = z.strictObject({
  own: byStrength,
  approved: byStrength,
  patient: byStrength,
  outside: byStrength,
});
export const ruleTable: z.ZodMiniType<RuleTable> = z.strictObject({
  mail: byRecipient,
  sharing: byRecipient,
  messaging: byRecipient,
  ai: byRecipient,
});
