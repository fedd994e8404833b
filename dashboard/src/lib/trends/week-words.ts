import type { TrendWeek } from "#domain/figures/trends";
import { shortDay } from "#lib/format/time.ts";

/**
 * A civil date in words, "Mon 2 Nov": it is no instant, and has no zone.
 *
 * @param now - Milliseconds since 1970; the year is said where it is another.
 */
export const dayWords = (date: string, now: number): string => shortDay(`${date}T12:00:00.000Z`, "UTC", now);

/** The same without the day of the week, where each is a Monday: "2 Nov". */
export const mondayWords = (date: string, now: number): string => dayWords(date, now).replace(/^\w+,? /, "");

/** Short under a bar: "2 Nov". */
export const barWords = ({ monday }: Pick<TrendWeek, "monday">): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" }).format(
    Date.parse(`${monday}T12:00:00.000Z`),
  );
