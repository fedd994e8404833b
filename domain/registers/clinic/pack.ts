import { csvOf } from "../../base/csv.ts";
import type { OffsetAt } from "../../base/local-time.ts";
import { longDate, longMoment } from "../../base/local-words.ts";

export interface PackNotice {
  readonly number: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly text: string;
  readonly scope: string;
  readonly assessmentDecision: string;
  readonly assessedBy: string;
  /** Civil date. */
  readonly assessedOn: string;
  readonly viewsSought: boolean;
  readonly views: string;
}

/** To whom, or at which desk, a notice was shown. */
export interface PackShown {
  readonly notice: number;
  readonly to: string;
  readonly at: string;
}

export const shownCsv = (shown: readonly PackShown[]): string =>
  csvOf([["Notice", "Shown to", "At (UTC)"], ...shown.map(({ notice, to, at }) => [String(notice), to, at])]);

/** A notice as people read it, with the impact assessment (DPIA) that allows it. */
export function noticeText(notice: PackNotice, offsetAt: OffsetAt): string {
  const parts = [
    `Notice ${notice.number}`,
    `Recorded ${longMoment(notice.recordedAt, offsetAt)} by ${notice.recordedBy}`,
    "",
    notice.text,
    "",
    "SCOPE",
    notice.scope,
    "",
    "IMPACT ASSESSMENT",
    `Decided by ${notice.assessedBy} on ${longDate(notice.assessedOn)}`,
    notice.assessmentDecision,
    "",
    notice.viewsSought ? "VIEWS OF THE WORKERS" : "VIEWS OF THE WORKERS WERE NOT SOUGHT",
    notice.views,
    "",
  ];
  return parts.join("\n");
}
