import type { Nation } from "../../law/four-answers.ts";
import { daysAfter, daysBetween, isWorkingDay } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";
import type { Channel, Requester } from "./kinds.ts";
import { lastOfDays } from "./pauses.ts";

/** An application for a dead patient's record; civil dates, '' where there is none. */
export interface DeadFacts {
  readonly nation: Nation;
  /** Of the application in writing. */
  readonly appliedOn: string;
  /** Day of the oldest entry asked for; '' where it is not known, which gives the longer time. */
  readonly oldestOn: string;
  /** Further information on who the patient was or on the right to apply: asked, and come. */
  readonly askedOn: string;
  readonly cameOn: string;
}

export interface DeadLimit {
  readonly runsFrom: string;
  readonly days: number;
  /** Last day of the Act: it does not move for a weekend. */
  readonly limit: string;
  /** The last working day up to it; the same as the limit where the calendar does not reach. */
  readonly aim: string;
  /** Waits for information that was asked for in time. */
  readonly stands: string;
}

/**
 * 21 days where none of the record was made before the 40 days that precede the application, else 40; both begin with the
 * day of the application. Information that was asked for within 14 days begins them anew (Access to Health Records Act
 * 1990, s.3(5) and (6); in Northern Ireland the Order of 1993, Art 5).
 */
export function deadLimit({ nation, appliedOn, oldestOn, askedOn, cameOn }: DeadFacts): DeadLimit {
  const inTime = askedOn !== "" && askedOn <= lastOfDays(appliedOn, policy.deadAskWithin.amount);
  const runsFrom = inTime && cameOn !== "" ? cameOn : appliedOn;
  const recent = oldestOn !== "" && daysBetween(oldestOn, appliedOn) <= policy.deadLongDays.amount;
  const days = (recent ? policy.deadShortDays : policy.deadLongDays).amount;
  const limit = lastOfDays(runsFrom, days);
  return {
    runsFrom,
    days,
    limit,
    aim: workingDayUpTo(limit, nation),
    stands: inTime && cameOn === "" ? askedOn : "",
  };
}

function workingDayUpTo(day: string, nation: Nation): string {
  for (let at = day; ; at = daysAfter(at, -1)) {
    const works = isWorkingDay(at, nation);
    if (works === undefined) return day;
    if (works) return at;
  }
}

/** From which day on a record falls under the Act, by nation. */
export const deadRecordsSince = (nation: Nation): string =>
  nation === "northern-ireland" ? "1994-05-30" : "1991-11-01";

/** What of the record goes to this applicant, in sentences (s.4(3), s.5; Re AB [2020] EWHC 691 (Fam)). */
export function partsFor(requester: Requester, nation: Nation): readonly string[] {
  const since = nation === "northern-ireland" ? "30 May 1994" : "1 November 1991";
  return [
    ...(requester === "claimant"
      ? ["Only what may be relevant to the claim: the rest stays"]
      : ["The whole record, not only what bears on a claim"]),
    `Nothing from before ${since}, but what is needed to understand the later part`,
    "Nothing that the patient told, or had examined, in the expectation that it would not reach this applicant",
    "Nothing that would be likely to cause serious harm to anybody, and nothing about other people who can be known",
    "Nothing at all where the record holds the patient’s own note that no access be given",
  ];
}

const inWriting: readonly Channel[] = ["letter", "mail", "form"];

/**
 * The Act asks for an application in writing (s.11). Whether the Order of 1993 does was not found: there it is taken as it
 * came, for a clock that began too early harms nobody.
 */
export const deadChannelProblem = (channel: Channel, nation: Nation): string | undefined =>
  nation === "northern-ireland" || inWriting.includes(channel)
    ? undefined
    : "A dead patient’s record is asked for in writing.";

/** What of this law was not found, to be checked before use; '' where it was read. */
export const deadUnread = (nation: Nation): string =>
  nation === "northern-ireland"
    ? "whether the Order lets a fee be asked, whether it wants the application in writing, and whether a claimant gets a part alone: not found. Until it is, no fee is asked, a spoken one is taken, and it is asked for in writing as well"
    : "";

/** Why no fee is asked of a dead patient's record. */
export const deadFee = (nation: Nation): string =>
  nation === "northern-ireland"
    ? "Check before use: whether the Order of 1993 lets a fee be asked today was not found. None is asked until it is."
    : "No fee may be asked for a dead patient’s record.";
