import { candourFor } from "../../../law/candour.ts";
import type { CandourStep } from "../../../law/candour-rules.ts";
import { endOf } from "../../../law/clocks.ts";
import type { FourAnswers, Nation } from "../../../law/four-answers.ts";
import { type CareNotice, careNoticesOf, writtenNoticesOf } from "../../../law/notices.ts";
import { careRegulators } from "../../../law/regulators.ts";
import { monthsAfter, workingDaysAfter } from "../../../law/working-days.ts";
import { policy } from "../../../policy.ts";
import type { NoticeNoted } from "../notices-due.ts";
import type { CandourAnswer, CareAnswer } from "./answers.ts";
import type { LawKind } from "./kinds.ts";

/**
 * A clock of the clinic's own law that stands in a case beside the 72 hours. `care-asked`: whether the regulator of
 * care has to be told is not said yet. `care`: it has to be, and was not. `candour`: a step of the duty of candour.
 */
export interface LawClockRow {
  readonly what: LawKind;
  /** Once in the case. */
  readonly id: string;
  /** What is to be done, and for whom. */
  readonly text: string;
  readonly fromMs: number;
  readonly dueMs: number;
  /** No number of hours: it is due at once, and not "over" by the minute. */
  readonly withoutDelay: boolean;
}

/** What the clocks ask of a case. */
export interface LawCase {
  readonly state: string;
  /** When it happened, or the first word of it; milliseconds since 1970. */
  readonly happenedMs: number;
  readonly care: CareAnswer | null;
  readonly candour: CandourAnswer | null;
  readonly noted: Readonly<Record<string, NoticeNoted>>;
}

/** The clinic's calendar: a civil date at an instant, and the last moment of one. */
export interface Calendar {
  readonly date: (ms: number) => string;
  readonly endOf: (date: string) => number;
}

/** The clocks that run in a case by the clinic's law, the nearest end first. A closed or withdrawn one has none. */
export function lawClocks(clinic: FourAnswers, one: LawCase, calendar: Calendar): LawClockRow[] {
  if (one.state !== "reported" && one.state !== "breach" && one.state !== "near-miss") return [];
  return [...careClocks(clinic, one), ...candourClocks(clinic, one, calendar)].sort(
    (a, b) => a.dueMs - b.dueMs,
  );
}

/** Whether what was answered is of the regulator that the clinic is registered with now. */
export const careAnswered = (clinic: FourAnswers, care: CareAnswer | null): boolean =>
  care !== null && careNoticesOf(clinic.careRegulator).every(({ id }) => care.lines.includes(id));

const timed = ({ clock }: CareNotice): boolean => clock.is !== "none";

function careClocks(clinic: FourAnswers, { care, happenedMs, noted }: LawCase): LawClockRow[] {
  const notices = careNoticesOf(clinic.careRegulator);
  const [first] = notices.filter(timed);
  if (!first) return [];
  const { short } = careRegulators[first.whom];
  const row = (
    what: "care-asked" | "care",
    notice: CareNotice,
    text: string,
    fromMs: number,
  ): LawClockRow => ({
    what,
    id: what === "care-asked" ? what : notice.id,
    text,
    fromMs,
    dueMs: endOf(notice.clock, fromMs) ?? fromMs,
    withoutDelay: notice.clock.is === "without-delay",
  });
  if (!careAnswered(clinic, care)) {
    return [row("care-asked", first, `Say whether ${short} has to be told`, happenedMs)];
  }
  const applies = notices.filter(({ id }) => care?.applies.includes(id));
  const owed = applies
    .filter((notice) => timed(notice) && noted[notice.id]?.done !== true)
    .map((notice) => row("care", notice, `Tell ${short}: ${notice.text}`, happenedMs));
  const told = applies.map(({ id }) => noted[id]).filter((one) => one?.done === true && one.at !== "");
  const firstTold = Math.min(...told.map((one) => Date.parse(one?.at ?? "")));
  const written = writtenNoticesOf(clinic.careRegulator)
    .filter(({ id }) => told.length > 0 && noted[id]?.done !== true)
    .map((notice) => row("care", notice, notice.text, firstTold));
  return [...owed, ...written];
}

function candourClocks(clinic: FourAnswers, one: LawCase, calendar: Calendar): LawClockRow[] {
  const { candour, noted } = one;
  if (candour === null) return [];
  const { binds, met, rule } = candourFor(clinic, candour);
  if (!rule || met !== "yes" || (binds !== "law" && binds !== "check")) return [];
  const metMs = Date.parse(candour.opinionAt || candour.at);
  return rule.steps.flatMap((step: CandourStep): LawClockRow[] => {
    if (noted[step.id]?.done === true) return [];
    const dueMs = stepEnd(step, metMs, noted, clinic.nation, calendar);
    return dueMs === undefined
      ? []
      : [
          {
            what: "candour",
            id: step.id,
            text: `Candour: ${step.text}`,
            fromMs: metMs,
            dueMs,
            withoutDelay: step.counts === "at-once",
          },
        ];
  });
}

/** When a step has to be done; undefined where no number is given, or it is not known yet from when it counts. */
function stepEnd(
  { counts }: CandourStep,
  metMs: number,
  noted: LawCase["noted"],
  nation: Nation,
  { date, endOf: endOfDay }: Calendar,
): number | undefined {
  if (counts === "at-once") return metMs;
  if (counts === "opinion") {
    return endOfDay(monthsAfter(date(metMs), policy.candourReviewScotland.amount));
  }
  if (counts === "none") return undefined;
  const taken = noted[counts.after];
  if (taken?.done !== true || taken.at === "") return undefined;
  const day = workingDaysAfter(date(Date.parse(taken.at)), policy.candourLetterWales.amount, nation);
  return day === undefined ? undefined : endOfDay(day);
}

/** Ids of what is noted in a case beside the list that all cases share: steps of a duty that is met, and writing. */
export function lawNotices(clinic: FourAnswers, one: Pick<LawCase, "care" | "candour" | "noted">): string[] {
  const applies = careAnswered(clinic, one.care) ? (one.care?.applies ?? []) : [];
  const told = applies.some((id) => one.noted[id]?.done === true);
  const candour = one.candour ? candourFor(clinic, one.candour) : undefined;
  const steps = candour?.met === "yes" ? (candour.rule?.steps ?? []) : [];
  return [
    ...applies,
    ...(told ? writtenNoticesOf(clinic.careRegulator).map(({ id }) => id) : []),
    ...steps.map(({ id }) => id),
  ];
}
