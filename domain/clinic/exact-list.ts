import * as z from "zod/mini";
import { civilDate } from "../base/civil-date.ts";
import { oneLine } from "../base/one-line.ts";
import { sentence } from "../base/sentence.ts";

/**
 * The list of the clinic's own patients as keyed tokens, with which its browsers hold what names one of them: off unless the
 * lead says who decided on it, in an impact assessment of its own.
 */

/** What `clinic.exactOn` says: the decision, before there may be any list. */
export const exactDecision = z.strictObject({
  decidedOn: civilDate,
  decidedBy: oneLine(120),
  /** Where the impact assessment is kept. */
  reference: oneLine(200),
  reason: sentence(2_000),
});
export type ExactDecision = z.infer<typeof exactDecision>;

/** What is kept of a list beside its file: counts, and a hash by which browsers know it. */
export const exactList = z.object({
  number: z.int(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int(),
  people: z.int(),
  tokens: z.int(),
  at: z.string(),
  by: z.string(),
});
export type ExactList = z.infer<typeof exactList>;

/** `GET /exact-list`, for the lead. */
export const exactAnswer = z.object({
  decision: z.nullable(z.object({ ...exactDecision.shape, at: z.string(), by: z.string() })),
  list: z.nullable(exactList),
  /** Whether the list is there: a restored backup brings what is said of one, and not the list. */
  there: z.boolean(),
  /** Of the clinic's row when this was read: what is done upon it carries this version. */
  version: z.int(),
});
export type ExactAnswer = z.infer<typeof exactAnswer>;

/** What the policy tells a browser of the list in force. */
export const exactInForce = z.object({ sha256: exactList.shape.sha256, bytes: z.int() });
