import type { OffsetAt } from "../../base/local-time.ts";
import { longMoment } from "../../base/local-words.ts";
import { sameMinute } from "./clock.ts";

/** A time of a case that became another, by the name of its column or of its part. Instants; '' is not known. */
export interface MovedTime {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** Times of a case by field. */
export type CaseTimes = Readonly<Record<string, string>>;

/** Columns of a case that hold when something was. When somebody entered or decided something is not theirs to move. */
export const timeColumns = [
  "occurredFrom",
  "occurredTo",
  "detectedAt",
  "awareAt",
  "reportedInternallyAt",
  "provisionalFrom",
  "containedAt",
  "icoSentAt",
  "processorToldAt",
] as const;
type TimeColumn = (typeof timeColumns)[number];

/** Times that differ by a minute or more, in the order of `after`. */
export function movedTimes(before: CaseTimes, after: CaseTimes): MovedTime[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return fields
    .map((field) => ({ field, from: before[field] ?? "", to: after[field] ?? "" }))
    .filter(({ from, to }) => !sameMinute(from, to));
}

/** What was known and is another now, or is taken back: a correction, which takes a reason. */
export const corrected = (moved: readonly MovedTime[]): MovedTime[] =>
  moved.filter(({ from }) => from !== "");

const columnWords: Readonly<Record<TimeColumn, string>> = {
  occurredFrom: "It happened from",
  occurredTo: "It happened until",
  detectedAt: "It was detected",
  awareAt: "The clinic became aware",
  reportedInternallyAt: "It was told internally",
  provisionalFrom: "The first word of it",
  containedAt: "It was contained",
  icoSentAt: "The regulator of data was told",
  processorToldAt: "The processor told the clinic",
};

/**
 * "The clinic became aware: Friday 23 October 2026, 14:00 (UTC+1); before: Saturday 24 October 2026, …".
 *
 * @param nameOf - Of a time that is no column: whom else somebody told, for one.
 */
export function movedInWords(
  { field, from, to }: MovedTime,
  offsetAt: OffsetAt,
  nameOf: (field: string) => string,
): string {
  const words: Readonly<Record<string, string>> = columnWords;
  const at = (instant: string) => (instant === "" ? "not known" : longMoment(instant, offsetAt));
  return `${words[field] ?? nameOf(field)}: ${at(to)}; before: ${at(from)}.`;
}
