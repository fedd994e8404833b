import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneOf } from "../../base/keys-of.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { type HoldState, holdCauses, holdPurposes } from "./hold.ts";

const managers = ["manager", "dpo"] as const;
const why = sentence(policy.sentenceLongest.amount);

/** What every hold is asked, whatever it keeps: each register that has things to hold adds what it asks of its own. */
export const heldBy = {
  purpose: oneOf(holdPurposes),
  causeKind: oneOf(holdCauses),
  /** Of a cause that is an incident of the register. */
  incident: z.optional(rowId),
  /** Of any other cause but our own decision: by what it is known, as REQ-33. Never a name. */
  reference: z.optional(written(oneLine(60))),
  /** Of a request: the civil date on which it was made. The month to answer it counts from there (Art 12(3)). */
  askedOn: z.optional(civilDate),
  authoriser: rowId,
  reviewOn: civilDate,
  /** The last day on which it holds though its cause is over; left out, it ends with its cause. */
  until: z.optional(civilDate),
  why,
};

/** Holds of every register: whatever is held is not destroyed, overwritten or removed. */
export const holdActs = {
  "holds.place": {
    may: managers,
    on: "new",
    data: z.strictObject({ what: written(oneLine(200)), ...heldBy }),
  },
  /** Looked at again: it stays, until another day. */
  "holds.review": {
    may: managers,
    on: "row",
    from: ["runs", "outlives"],
    data: z.strictObject({ reviewOn: civilDate, until: z.optional(civilDate), reason: why }),
  },
  /** Its cause is over; of an incident the register says so by itself. */
  "holds.endCause": {
    may: managers,
    on: "row",
    from: ["runs", "outlives"],
    data: z.strictObject({ reason: why }),
  },
  /** While its cause is open, only the lead ends a hold. */
  "holds.release": {
    may: managers,
    on: "row",
    from: ["runs", "outlives"],
    data: z.strictObject({ reason: why }),
  },
} as const satisfies Record<string, ActRule<HoldState>>;
export type OnHold = Exclude<keyof typeof holdActs, "holds.place">;
