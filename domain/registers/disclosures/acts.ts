import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { recordRef, systemName } from "../../base/forms.ts";
import { oneOf } from "../../base/keys-of.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import {
  consentSought,
  grounds,
  handedOver,
  othersHidden,
  patientTold,
  receivers,
  recipientChecked,
  requestForms,
} from "./disclosure.ts";

const managers = ["manager", "dpo"] as const;
const told = sentence(policy.sentenceLongest.amount);

/** What may be said beside it (DOMAIN.md 7.3). */
const detail = {
  /** The record, where it is of one: by its reference, never by a name. */
  system: z.optional(systemName),
  recordRef: z.optional(recordRef),
  purpose: z.optional(told),
  ground: z.optional(oneOf(grounds)),
  /** The section, the order’s number. */
  section: z.optional(written(oneLine(120))),
  consent: z.optional(oneOf(consentSought)),
  consentWhy: z.optional(told),
  /** The public interest, weighed: the harm of not telling, and of telling. */
  harmIfNot: z.optional(told),
  harmIf: z.optional(told),
  capacity: z.optional(told),
  secondOpinion: z.optional(told),
  told: z.optional(oneOf(patientTold)),
  toldWhy: z.optional(told),
  checked: z.optional(oneOf(recipientChecked)),
  /** On which they said that it came. */
  confirmedOn: z.optional(civilDate),
  /** Where copies of it are kept. */
  copies: z.optional(written(oneLine(200))),
  /** The event that shows the document leaving. */
  event: z.optional(rowId),
  reviewOn: z.optional(civilDate),
  /** Body and number of a health professional who decided. */
  registration: z.optional(written(oneLine(60))),
  smallest: z.optional(z.int().check(z.minimum(0), z.maximum(10_000_000))),
  /** Of a notifiable disease: which is suspected, since which day. */
  disease: z.optional(written(oneLine(60))),
  suspectedOn: z.optional(civilDate),
};

/** What was given to others, or refused: never changed, taken back by a reason where it was entered wrongly. */
export const disclosureActs = {
  "disclosures.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      /** The hold that keeps what was asked for, where there is one. */
      hold: z.optional(rowId),
      receiver: oneOf(receivers),
      /** Organisation, never a person: "Kent Police". Of the person it is about, nothing. */
      organisation: z.optional(written(oneLine(120))),
      /** By what they know it: a crime number, REQ-33. */
      reference: z.optional(written(oneLine(60))),
      form: oneOf(requestForms),
      askedOn: civilDate,
      asked: told,
      outcome: z.enum(["given", "refused"]),
      /** Why this is the least that serves the purpose; of a refusal, why it is refused. */
      minimum: told,
      /** What was given; left out of a refusal. */
      given: z.optional(told),
      others: z.optional(oneOf(othersHidden)),
      how: z.optional(oneOf(handedOver)),
      /** On which it was given or refused. */
      day: civilDate,
      decidedBy: rowId,
      ...detail,
    }),
  },
  "disclosures.takeBack": {
    may: managers,
    on: "row",
    from: ["stands"],
    data: z.strictObject({ reason: told }),
  },
} as const satisfies Record<string, ActRule<"stands" | "taken-back">>;
