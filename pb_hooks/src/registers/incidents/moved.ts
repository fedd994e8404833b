import { sameMinute } from "#domain/registers/incidents/clock";
import {
  type CaseTimes,
  corrected,
  type MovedTime,
  movedInWords,
  movedTimes,
  timeColumns,
} from "#domain/registers/incidents/moved-times";
import { type NoticeNoted, otherNotices } from "#domain/registers/incidents/notices-due";
import { instantIn, setInstant } from "../../base/instants.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { tell } from "./timeline.ts";
import { objectIn, offsetIn } from "./versions/snapshot-parts.ts";

/** Times that an act is about to move in a case, against what is stored. */
export const movedIn = (breach: pb.Record): MovedTime[] =>
  movedTimes(timesIn(breach.original()), timesIn(breach));

function timesIn(breach: pb.Record): CaseTimes {
  const columns = timeColumns.map((field) => [field, instantIn(breach, field) ?? ""]);
  const notices = Object.entries(objectIn<NoticeNoted>(breach, "otherNotices")).map(([id, { at }]) => [
    noticePart + id,
    at,
  ]);
  const { opinionAt = "" } = objectIn<string>(breach, "candour");
  return Object.fromEntries([...columns, ...notices, ["candour.opinionAt", opinionAt]]);
}

const noticePart = "otherNotices.";

const nameIn = (field: string): string =>
  field.startsWith(noticePart)
    ? (otherNotices.find(({ id }) => noticePart + id === field)?.text ?? "Somebody else was told")
    : "The opinion on harm was given";

/**
 * Puts a time that somebody gave. One of the same minute is the time that stands: pages show minutes, and what is saved
 * again unchanged must move nothing.
 */
export function putInstant(breach: pb.Record, field: string, instant: string): void {
  if (!sameMinute(instantIn(breach, field) ?? "", instant)) setInstant(breach, field, instant);
}

/**
 * What is wrong where a known time moves, or is taken back, and nobody said why; undefined where nothing is.
 *
 * @param why - As the act gives it.
 */
export function lacksWhy(moved: readonly MovedTime[], why: string | undefined): string | undefined {
  const known = corrected(moved);
  if (known.length === 0 || (why ?? "").trim() !== "") return undefined;
  return known.some(({ field }) => field === "awareAt")
    ? "The clock starts here: say why it changes."
    : "This time was known: say why it changes.";
}

/**
 * A line of the timeline for each time that was known: what it was and what it is. The event holds the same.
 *
 * @param of - What the times are of where they are no columns of the case.
 */
export function tellMoved(
  tx: pb.App,
  breach: pb.Record,
  moved: readonly MovedTime[],
  by: string,
  of?: string,
): void {
  const clinic = clinicOf(tx);
  if (!clinic) return;
  for (const one of corrected(moved)) {
    const text = movedInWords(one, offsetIn(clinic), (field) => of ?? nameIn(field));
    tell(tx, breach.id, { kind: "system", what: "moved", text, by });
  }
}
