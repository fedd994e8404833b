import type { Nation } from "../../law/four-answers.ts";
import { daysAfter, daysBetween, type MonthLimit, monthLimit } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";
import type { HeldDays } from "../holds/hold.ts";

/** The last civil date on which pictures of a day may be kept; they are due to go on the day after. */
export const lastDayKept = (recorded: string, days: number): string => daysAfter(recorded, days);
export const dueToGo = (recorded: string, days: number): string => daysAfter(recorded, days + 1);

/** What "the oldest picture is from …" says of a recorder. */
export interface Age {
  /** Days since the oldest picture was recorded. */
  readonly days: number;
  /** Days beyond the camera's own; 0 while it keeps to them. */
  readonly beyond: number;
}

/** @param on - Civil date on which somebody looked. */
export function ageOf(oldest: string, on: string, limit: number): Age {
  const days = daysBetween(oldest, on);
  return { days, beyond: Math.max(0, days - limit) };
}

/** A camera, as far as its days ask. Civil dates; '' where there is none. */
export interface CameraDays {
  readonly days: number;
  readonly usedFrom: string;
  readonly retiredOn: string;
  /** The oldest picture that the last check found, and the day of that check. */
  readonly oldest: string;
  readonly checkedOn: string;
  readonly held: readonly HeldDays[];
}

/**
 * A day of a camera. `none`: it did not record. `kept`: within its days. `held`: kept by a hold. `gone`: past its days, and
 * the last check found nothing as old. `late`: past its days, and still there when somebody looked. `unseen`: past its days
 * since then, and nobody has looked.
 */
export type DayState = "none" | "kept" | "held" | "gone" | "late" | "unseen";

export function dayState(day: string, today: string, camera: CameraDays): DayState {
  const { days, usedFrom, retiredOn, oldest, checkedOn, held } = camera;
  if (day > today || day < usedFrom || (retiredOn !== "" && day > retiredOn)) return "none";
  if (held.some(({ fromDay, toDay }) => fromDay <= day && (toDay === "" || day <= toDay))) return "held";
  if (today <= lastDayKept(day, days)) return "kept";
  if (oldest === "" || checkedOn === "") return "unseen";
  if (day < oldest) return "gone";
  return lastDayKept(day, days) < checkedOn ? "late" : "unseen";
}

/** A stretch of days of one state, both within. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
  readonly state: DayState;
}

/** The days from one to another in spans of one state. */
export function daySpans(from: string, to: string, today: string, camera: CameraDays): DaySpan[] {
  const spans: { from: string; to: string; state: DayState }[] = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    const state = dayState(day, today, camera);
    const last = spans[spans.length - 1];
    if (last?.state === state) last.to = day;
    else spans.push({ from: day, to: day, state });
  }
  return spans;
}

/** What a request for pictures asks for: how old they are, by when they are exported, and when the person has to be answered. */
export interface FootageAsked {
  /** Day of its life on which the oldest picture asked for is. */
  readonly day: number;
  /** The last day on which the recorder still has it; today where that has passed. */
  readonly exportBy: string;
  /** It goes within days: it is exported now. */
  readonly now: boolean;
  readonly answerBy: MonthLimit;
}

/**
 * @param recorded - The earliest day that is asked for.
 * @param askedOn - Civil date on which somebody asked.
 */
export function footageAsked(recorded: string, askedOn: string, days: number, nation: Nation): FootageAsked {
  const last = lastDayKept(recorded, days);
  const exportBy = last < askedOn ? askedOn : last;
  return {
    day: daysBetween(recorded, askedOn),
    exportBy,
    now: daysBetween(askedOn, exportBy) <= policy.cctvExportSoon.amount,
    answerBy: monthLimit(askedOn, nation),
  };
}
