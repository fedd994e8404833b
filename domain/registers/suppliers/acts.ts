import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, sentenceOrNone, written } from "../../base/sentence.ts";
import { termKeys } from "../../law/processor-terms.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { checkedAnswers } from "./check.ts";
import { grounds, leftDatas, places, type SupplierState, supplierKinds, supplierRoles } from "./supplier.ts";

const managers = ["manager", "dpo"] as const;
const dayOrNone = z.union([civilDate, z.literal("")]);

/** A supplier's own name and address are no patient's: only numbers and birthdays are looked for. */
const itsOwn = { asksForOwn: () => true };

const entry = {
  name: written(oneLine(120)),
  kind: z.enum(supplierKinds),
  role: z.enum(supplierRoles),
  /** Which data, in kinds. */
  data: sentence(500),
  contract: sentenceOrNone(300),
  contractOn: dayOrNone,
  place: z.enum(places),
  country: sentenceOrNone(120),
  placeNote: sentenceOrNone(500),
  ground: z.enum(["", ...grounds]),
  groundOn: dayOrNone,
  /** Whom else it uses. */
  others: sentenceOrNone(500),
  /** How it tells us of a breach. */
  tellsHow: sentenceOrNone(500),
  /** Who of the clinic holds it. */
  holder: rowId,
};

/** Partners and suppliers: what is known of each, what its contract says, each check, and its end. */
export const supplierActs = {
  "suppliers.add": {
    may: managers,
    on: "new",
    ...itsOwn,
    data: z.strictObject({ ...entry, nextCheck: civilDate }),
  },
  "suppliers.change": {
    may: managers,
    on: "row",
    from: ["in-use"],
    ...itsOwn,
    data: z.strictObject(entry),
  },
  /** Which of the eight terms somebody saw in the contract, and of which day it is. */
  "suppliers.terms": {
    may: managers,
    on: "row",
    from: ["in-use"],
    data: z.strictObject({ terms: z.array(z.enum(termKeys)).check(z.maxLength(8)), termsOn: dayOrNone }),
  },
  "suppliers.check": {
    may: managers,
    on: "row",
    from: ["in-use"],
    data: z.strictObject({
      checkedOn: civilDate,
      answers: checkedAnswers,
      /** What was found; asked for where an answer is not yes. */
      note: sentenceOrNone(policy.sentenceLongest.amount),
      nextCheck: civilDate,
    }),
  },
  "suppliers.end": {
    may: managers,
    on: "row",
    from: ["in-use"],
    data: z.strictObject({
      endedOn: civilDate,
      leftData: z.enum(leftDatas),
      reason: sentence(policy.sentenceLongest.amount),
    }),
  },
} as const satisfies Record<string, ActRule<SupplierState>>;
