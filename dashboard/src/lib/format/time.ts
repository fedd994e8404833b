import { startOfDay } from "#domain/base/local-time";

/**
 * Times as people read them, in the clinic's own zone. Instants come as `2026-11-24T09:30:00.000Z` or as PocketBase
 * writes them (`2026-11-24 09:30:00.000Z`); `now` in milliseconds. What can't be read is said as "unknown time".
 */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
    formats.set(key, made);
  }
  return made;
}

/** Milliseconds since 1970; NaN for what is no instant. */
export const read = (instant: string): number => Date.parse(instant.replace(" ", "T"));

const unknown = "unknown time";

/** A calendar date, `yyyy-mm-dd`, on which an instant falls in the zone. */
export function dateIn(zone: string, time: number): string {
  const parts = format(zone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(time);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** "10:32", with seconds "10:32:07". */
export function clock(instant: string, zone: string, seconds = false): string {
  const time = read(instant);
  if (Number.isNaN(time)) return unknown;
  const two = { hour: "2-digit", minute: "2-digit" } as const;
  return format(zone, seconds ? { ...two, second: "2-digit" } : two).format(time);
}

/** "Fri 20 Nov", with the year when it is not this one. */
export function shortDay(instant: string, zone: string, now: number): string {
  const time = read(instant);
  if (Number.isNaN(time)) return unknown;
  const sameYear = dateIn(zone, time).slice(0, 4) === dateIn(zone, now).slice(0, 4);
  return plain(
    format(zone, {
      weekday: "short",
      day: "numeric",
      month: "short",
      ...(sameYear ? {} : { year: "numeric" }),
    }).format(time),
  );
}

/** "Friday 20 November". */
export const longDay = (time: number, zone: string): string =>
  plain(format(zone, { weekday: "long", day: "numeric", month: "long" }).format(time));

/** "3 March 2026". */
export function dateInWords(instant: string, zone: string): string {
  const time = read(instant);
  if (Number.isNaN(time)) return unknown;
  return format(zone, { day: "numeric", month: "long", year: "numeric" }).format(time);
}

/** "3 March 2026", of a civil date; '' of none. */
export const dayInWords = (day: string): string =>
  day === "" ? "" : dateInWords(`${day}T12:00:00.000Z`, "UTC");

/** "today 10:41", "yesterday 17:55", "Wed 18 Nov, 17:31". */
export function moment(instant: string, zone: string, now: number): string {
  const time = read(instant);
  if (Number.isNaN(time)) return unknown;
  const date = dateIn(zone, time);
  if (date === dateIn(zone, now)) return `today ${clock(instant, zone)}`;
  if (date === dayBefore(dateIn(zone, now))) return `yesterday ${clock(instant, zone)}`;
  return `${shortDay(instant, zone, now)}, ${clock(instant, zone)}`;
}

/** "Friday 20 November 2026, 10:32:07 GMT". */
export function exact(instant: string, zone: string): string {
  const time = read(instant);
  if (Number.isNaN(time)) return unknown;
  const date = format(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(time);
  const name = format(zone, { timeZoneName: "short" })
    .formatToParts(time)
    .find((one) => one.type === "timeZoneName")?.value;
  return `${plain(date)}, ${clock(instant, zone, true)} ${name ?? ""}`.trimEnd();
}

/** "now", "9 min ago", "1 h ago", later the moment. */
export function ago(instant: string, zone: string, now: number): string {
  const time = read(instant);
  if (Number.isNaN(time)) return "never";
  const gone = now - time;
  if (gone < minute) return "now";
  if (gone < hour) return `${Math.floor(gone / minute)} min ago`;
  if (gone < 12 * hour) return `${Math.floor(gone / hour)} h ago`;
  return moment(instant, zone, now);
}

/** A span in milliseconds: "40 s", "12 min", "29 h 20 min" up to three days, then days. Signs are the caller's. */
export function span(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < minute) return `${Math.round(length / 1000)} s`;
  if (length < hour) return `${Math.floor(length / minute)} min`;
  if (length < 3 * day) {
    const rest = Math.floor((length % hour) / minute);
    return `${Math.floor(length / hour)} h${rest > 0 ? ` ${rest} min` : ""}`;
  }
  return `${Math.floor(length / day)} days`;
}

/** "9:04": minutes and seconds left, never below 0:00. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The calendar date before another, both `yyyy-mm-dd`. */
export const dayBefore = (date: string): string => dayAfter(date, -1);

/** The calendar date `days` after another, both `yyyy-mm-dd`. */
export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/**
 * The instant at which a calendar date begins in the zone.
 *
 * @param date - `yyyy-mm-dd`.
 * @returns undefined for what is no calendar date.
 */
export function startOf(date: string, zone: string): string | undefined {
  const guess = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(guess) || new Date(guess).toISOString().slice(0, 10) !== date) return undefined;
  return new Date(startOfDay(date, (time) => offsetAt(time, zone) / minute)).toISOString();
}

function offsetAt(time: number, zone: string): number {
  const parts = format(zone, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(time);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? "0");
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(time / 1000) * 1000;
}

/** Some versions of the data put a comma after the weekday; the clinic's dates have none. */
const plain = (text: string): string => text.replaceAll(",", "").replace("Sept", "Sep");
