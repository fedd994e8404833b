import * as z from "zod/mini";
import { oneOf, oneOfOrNone } from "../../base/keys-of.ts";
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

/** A disclosure as its list shows it. Days are civil dates, times instants; '' where there is none. */
export const disclosureRow = z.object({
  id: z.string(),
  version: z.int(),
  hold: z.string(),
  /** What that hold keeps. */
  what: z.string(),
  receiver: oneOf(receivers),
  organisation: z.string(),
  reference: z.string(),
  form: oneOf(requestForms),
  askedOn: z.string(),
  asked: z.string(),
  outcome: z.enum(["given", "refused"]),
  minimum: z.string(),
  given: z.string(),
  others: oneOfOrNone(othersHidden),
  how: oneOfOrNone(handedOver),
  day: z.string(),
  decidedBy: z.string(),
  system: z.string(),
  recordRef: z.string(),
  purpose: z.string(),
  ground: oneOfOrNone(grounds),
  section: z.string(),
  consent: oneOfOrNone(consentSought),
  consentWhy: z.string(),
  harmIfNot: z.string(),
  harmIf: z.string(),
  capacity: z.string(),
  secondOpinion: z.string(),
  told: oneOfOrNone(patientTold),
  toldWhy: z.string(),
  checked: oneOfOrNone(recipientChecked),
  confirmedOn: z.string(),
  copies: z.string(),
  event: z.string(),
  reviewOn: z.string(),
  registration: z.string(),
  /** -1 where there are no figures. */
  smallest: z.int(),
  /** Of a notifiable disease; '' of anything else. */
  disease: z.string(),
  suspectedOn: z.string(),
  /** The answer of *May I share?* that it came of; '' where there was none. */
  share: z.string(),
  by: z.string(),
  at: z.string(),
  takenBackAt: z.string(),
  takenBackBy: z.string(),
  takenBackWhy: z.string(),
});
export type DisclosureRow = z.infer<typeof disclosureRow>;
