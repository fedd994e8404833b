import type { OffsetAt } from "../../base/local-time.ts";
import { regulatorOf } from "./law/then.ts";
import type { ReportBeforeChanges, ReportChange } from "./report.ts";
import { factsOfSending, reportFacts } from "./report-facts.ts";

/**
 * What changed since the version sent: every fact that differs, in the order of the later version, then what is gone.
 * That it was sent meanwhile, when it was not before, is no change of the breach.
 */
export function changedSince(
  sent: ReportBeforeChanges,
  now: ReportBeforeChanges,
  offsetAt: OffsetAt,
): ReportChange[] {
  const { short } = regulatorOf(now);
  const [before, after] = [reportFacts(sent, offsetAt, short), reportFacts(now, offsetAt, short)];
  const names = [...Object.keys(after), ...Object.keys(before).filter((name) => !(name in after))];
  return names
    .filter((name) => before[name] !== after[name])
    .filter((name) => before[name] !== undefined || !factsOfSending(short).includes(name))
    .map((what) => ({ what, before: before[what] ?? null, after: after[what] ?? null }));
}
