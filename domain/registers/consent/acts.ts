import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { keyed, recordRef, systemName } from "../../base/forms.ts";
import { oneOf } from "../../base/keys-of.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, written } from "../../base/sentence.ts";
import { type PurposeKey, purposeKeys } from "../../law/sharing-purposes.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { saidHow } from "./consent.ts";

const team = ["staff", "manager", "dpo"] as const;
const managers = ["manager", "dpo"] as const;

const said = {
  how: oneOf(saidHow),
  /** Version of the words that the patient was told or given, for example 2026-2. */
  wording: z.optional(written(oneLine(40))),
  /** Where what was written lies; it is not kept here. */
  evidence: z.optional(written(oneLine(120))),
  until: z.optional(civilDate),
  /** In which words the effect on the care was explained, and by whom; of opting out of sharing for care. */
  effect: z.optional(sentence(policy.sentenceLongest.amount)),
  effectBy: z.optional(rowId),
};

/** What a patient decided about a purpose: one row a record and purpose, each act kept in its history. */
export const consentActs = {
  /** With an id: another decision in place of the one that stands. */
  "consents.decide": {
    may: team,
    on: "either",
    data: z.strictObject({
      system: systemName,
      recordRef,
      purpose: z.enum(purposeKeys as [PurposeKey, ...PurposeKey[]]),
      decision: z.enum(["yes", "no"]),
      takenBy: rowId,
      from: civilDate,
      ...said,
    }),
  },
  /** One step: what was given is withdrawn, what was refused is taken back. */
  "consents.turn": {
    may: team,
    on: "row",
    /** Of a restriction that is lifted: how the patient was told before. */
    data: z.strictObject({ how: oneOf(saidHow), evidence: said.evidence }),
  },
  /** Addresses that get no mailings, keyed in the browser: they outlive what else is erased. */
  "suppressions.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      addresses: z.array(keyed).check(z.minLength(1), z.maxLength(1_000)),
      how: oneOf(saidHow),
    }),
  },
} as const satisfies Record<string, ActRule>;
