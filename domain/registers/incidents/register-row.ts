import * as z from "zod/mini";
import { instant } from "../../ledger/event.ts";
import { breachTypes, causes } from "./kinds.ts";
import { incidentStates } from "./state.ts";

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.nullable(z.int().check(z.minimum(0)));
const moment = z.nullable(instant);

/**
 * One line of the register of all breaches (UK GDPR Art 33(5): the facts, the effects, the remedial action), near
 * misses and withdrawn ones with their reason. No patient's identity; a confidential one is on the lead's copy alone.
 */
export const breachRegisterRow = z.strictObject({
  /** Negative and without an order for a confidential one. */
  number: z.int(),
  title: text(200),
  state: z.enum(incidentStates),
  types: z.array(z.enum(breachTypes)),
  cause: z.enum(causes),
  occurred: moment,
  detected: moment,
  aware: moment,
  /** The facts, in words. */
  facts: text(20_000),
  /** Its effects: consequences so far and to be feared. */
  effects: text(20_000),
  /** What was done about it. */
  remedy: text(20_000),
  people: count,
  records: count,
  icoSent: moment,
  icoReference: text(200),
  /** When the people were told, the last of them; null when none were. */
  peopleTold: moment,
  /** Why it is no breach, or why the ICO or the people were not told. */
  reason: text(5_000),
  decidedBy: text(200),
  closed: moment,
});
export type BreachRegisterRow = z.infer<typeof breachRegisterRow>;

/** The register as it stood at a moment. */
export const breachRegister = z.strictObject({
  v: z.literal(1),
  clinic: text(200),
  timeZone: text(60),
  asOf: instant,
  rows: z.array(breachRegisterRow).check(z.maxLength(1_000_000)),
});
export type BreachRegister = z.infer<typeof breachRegister>;
