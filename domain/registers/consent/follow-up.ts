import { type PurposeKey, purposeOf } from "../../law/sharing-purposes.ts";
import type { PolicyNumber } from "../../policy-number.ts";
import { rightsPolicy } from "../../policy-of-rights.ts";
import { countsToday, type Decided, type DecidedDays, defaultOf } from "./consent.ts";

/** What has to be done once a patient says no, and by when. */
export interface FollowUp {
  readonly text: string;
  readonly within: PolicyNumber;
}

const soon = rightsPolicy.withdrawalDoneWithin;
/** What is done of a purpose that runs until somebody objects. */
const left = (what: string): FollowUp => ({
  text: `Leave this record out of ${what} from now on`,
  within: soon,
});

/** By purpose; of one that is not here, what was decided stands on the record, and nothing has to be fetched back. */
const followUps: Readonly<Partial<Record<PurposeKey, FollowUp>>> = {
  care: {
    text: "Tell those who give care here, and whom it was shared with, that it is shared no more",
    within: rightsPolicy.sharingStoppedWithin,
  },
  family: {
    text: "Take back what the family may be told: end the releases of this record",
    within: rightsPolicy.sharingStoppedWithin,
  },
  mailing: {
    text: "Take the address off every mailing list, and add it to those who get no mailings",
    within: rightsPolicy.mailingStoppedWithin,
  },
  photographs: {
    text: "Take the photographs down wherever they are shown, and lock the originals",
    within: soon,
  },
  social: { text: "Take down what was published about this patient, on every channel", within: soon },
  research: {
    text: "Tell the research projects that hold data of this record that the consent is withdrawn",
    within: soon,
  },
  audit: left("clinical audits"),
  benchmarking: left("benchmarking"),
  "service-management": left("service management"),
  commissioning: left("figures for commissioners"),
  "contract-monitoring": left("contract monitoring"),
  capacity: left("capacity planning"),
  teaching: {
    text: "Take this record out of what is used in teaching, and leave it out from now on",
    within: soon,
  },
  "case-review": left("case reviews"),
  surveys: left("surveys"),
  "staff-development": left("staff development"),
  "risk-stratification": left("risk scores"),
  "other-forms": left("processing into other forms"),
  "national-opt-out": left("what is sent for research and planning"),
  restricted: {
    text: "Mark this record as restricted wherever it is used, and stop the use",
    within: rightsPolicy.sharingStoppedWithin,
  },
};

/**
 * What follows of a decision that turns what counted before: a consent withdrawn, an objection, an opting out, a restriction.
 *
 * @param stood - What was decided before; undefined where nothing was.
 * @param today - Civil date at the clinic.
 */
export function followUpOf(
  purpose: PurposeKey,
  stood: DecidedDays | undefined,
  decision: Decided,
  today: string,
): FollowUp | undefined {
  const { can } = purposeOf(purpose);
  if (can === "nothing") return undefined;
  const before = countsToday(stood, today) ?? defaultOf(can);
  const ends = can === "mark" ? decision === "yes" && before === "no" : decision === "no" && before === "yes";
  return ends ? followUps[purpose] : undefined;
}
