import * as z from "zod/mini";
import { instant } from "../../base/forms.ts";
import { advices, icoDecisions, peopleDecisions } from "./assessment.ts";
import { breachTypes, causes, triageVerdicts } from "./kinds.ts";
import { latenesses } from "./lateness.ts";
import { incidentStates } from "./state.ts";

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.nullable(z.int().check(z.minimum(0)));
const moment = z.nullable(instant);
/** '' is not said yet. */
const orNone = <Words extends readonly [string, ...string[]]>(words: Words) =>
  z.union([z.enum(words), z.literal("")]);
/** Why, who and when: of a verdict, an advice and a decision alike. */
const said = { reason: text(5_000), by: text(200), at: moment };

/**
 * One line of the register of all breaches (UK GDPR Art 33(5): the facts, the effects, the remedial action), near
 * misses and withdrawn ones with their reason. What people wrote in it is screened; a confidential one comes only where
 * whoever keeps it asks for it, and never says who reported it.
 */
export const breachRegisterRow = z.strictObject({
  /** Negative and without an order for a confidential one. */
  number: z.int(),
  confidential: z.boolean(),
  title: text(200),
  state: z.enum(incidentStates),
  types: z.array(z.enum(breachTypes)),
  cause: z.enum(causes),
  /** Which other cause, in words. */
  causeOther: z.optional(text(2_000)),
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
  /** What it was found to be. */
  verdict: z.strictObject({ is: orNone(triageVerdicts), ...said }),
  /** What the lead advised. */
  advice: z.strictObject({ is: orNone(advices), ...said }),
  /** What the controller decided. */
  decision: z.strictObject({ ico: orNone(icoDecisions), people: orNone(peopleDecisions), ...said }),
  /** The end of the 72 hours; null while awareness is not known. */
  icoDue: moment,
  icoSent: moment,
  icoReference: text(200),
  lateness: z.enum(latenesses),
  /** Why it was sent late. */
  delayReason: text(5_000),
  /** People on its list who are to be told, and how many of them were. */
  toBeTold: z.int().check(z.minimum(0)),
  told: z.int().check(z.minimum(0)),
  /** When the people were told, the last of them; null when none were. */
  peopleTold: moment,
  /** The newest frozen version of its report, 0 for none; who read it before it was frozen, '' where that is not recorded. */
  report: z.strictObject({ version: z.int(), readBy: text(200), readAt: moment }),
  closed: moment,
  /** What was said at its end. */
  ending: text(5_000),
  closedBy: text(200),
});
export type BreachRegisterRow = z.infer<typeof breachRegisterRow>;

/** The register as it stood at a moment. */
export const breachRegister = z.strictObject({
  v: z.literal(2),
  clinic: text(200),
  timeZone: text(60),
  asOf: instant,
  rows: z.array(breachRegisterRow).check(z.maxLength(1_000_000)),
});
export type BreachRegister = z.infer<typeof breachRegister>;
