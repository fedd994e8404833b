import type { Nation } from "../../law/four-answers.ts";
import { daysAfter, workingDayFrom } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";

/** Until when a complaint is acknowledged, and until when we aim to answer it. */
export interface ComplaintLimits {
  readonly acknowledgeBy: string;
  /** No number of law: without undue delay. */
  readonly aimed: string;
  /** Received before the duty began (19 June 2026): acknowledged by habit, not by s.164A. */
  readonly beforeDuty: boolean;
  readonly unsure: boolean;
}

/**
 * Thirty days from the day after receipt, on to the next working day (DPA 2018 ss.164A and 205(2), Regulation 1182/71).
 *
 * @param receivedOn - Civil date at the clinic.
 */
export function complaintLimits(receivedOn: string, nation: Nation): ComplaintLimits {
  const day = daysAfter(receivedOn, policy.complaintAcknowledged.amount);
  const working = workingDayFrom(day, nation);
  return {
    acknowledgeBy: working ?? day,
    aimed: daysAfter(receivedOn, policy.complaintAnswerAimed.amount),
    beforeDuty: receivedOn < policy.complaintAcknowledged.from,
    unsure: working === undefined,
  };
}
