import type { RecordingOffReason } from "../clinic/policy-answer.ts";
import type { Device } from "../roles.ts";

/** What decides whether a view may be recorded (DESIGN.md 2, 1a). Notices are numbered from 1; 0 is none. */
export interface RecordingFacts {
  /** The newest notice that stands on an assessment decision and the workers' views; 0 while there is none. */
  readonly notice: number;
  readonly device: Device;
  /** Whether the lead has allowed recording on this worker's own device, with a reason. */
  readonly ownDeviceAllowed: boolean;
  /** The newest notice that was shown to whom the event concerns: the person, or the desk where nobody is known. */
  readonly shown: number;
  /** Whether, of something past, the notice then in force had been shown by then; only the ledger asks it. */
  readonly wasLawful?: boolean;
}

/**
 * Why a view may not be recorded now.
 *
 * @returns undefined where recording is lawful. An older notice that was shown does not count: a wider scope is new.
 * But what happened while the older one was in force stays lawful, however late it is sent.
 */
export function recordingOff(facts: RecordingFacts): RecordingOffReason | undefined {
  if (facts.notice === 0) return "no-assessment";
  if (facts.device === "own" && !facts.ownDeviceAllowed) return "own-device";
  return facts.shown === facts.notice || facts.wasLawful ? undefined : "notice-not-shown";
}

/** Whether a kind needs a lawful start. Mail events are recorded from the first day: their dialog says what is kept. */
export const needsNotice = (kind: string): boolean => kind.startsWith("record.");
