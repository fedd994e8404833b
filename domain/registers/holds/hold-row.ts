import * as z from "zod/mini";
import { oneOf } from "../../base/keys-of.ts";
import { heldKinds, holdCauses, holdPurposes } from "./hold.ts";

/** A hold as its list shows it. Days are civil dates, times instants; '' where there is none. */
export const holdRow = z.object({
  id: z.string(),
  version: z.int(),
  register: oneOf(heldKinds),
  subject: z.string(),
  what: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  purpose: oneOf(holdPurposes),
  causeKind: oneOf(holdCauses),
  /** INC-12, REQ-33; of our own decision nothing, and none other stands for an incident that the reader may not read. */
  cause: z.string(),
  /** Civil date on which a request was made; '' of any other cause. */
  askedOn: z.string(),
  causeOpen: z.boolean(),
  causeEndedAt: z.string(),
  authoriser: z.string(),
  reviewOn: z.string(),
  until: z.string(),
  why: z.string(),
  by: z.string(),
  at: z.string(),
  releasedAt: z.string(),
  releasedBy: z.string(),
  releasedWhy: z.string(),
  /** Other holds that run on the same thing and days. */
  beside: z.int(),
});
export type HoldRow = z.infer<typeof holdRow>;
