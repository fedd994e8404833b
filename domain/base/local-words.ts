import { type OffsetAt, readingAt } from "./local-time.ts";

/**
 * Dates and moments in words, on the clinic's clocks. By hand and not by Intl: the server's engine has none, and a
 * paper must come out the same on every machine.
 */

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "Saturday 24 October 2026" for the civil date `2026-10-24`. */
export function longDate(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${day.slice(0, 4)}`;
}

/** "24 Oct 2026" for the civil date `2026-10-24`. */
export function shortDate(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]?.slice(0, 3)} ${day.slice(0, 4)}`;
}

/** "Saturday 24 October 2026, 15:00 (UTC+1)" for the instant `2026-10-24T14:00:00.000Z` in London. */
export function longMoment(instant: string, offsetAt: OffsetAt): string {
  const ms = Date.parse(instant);
  const reading = readingAt(ms, offsetAt);
  return `${longDate(reading.slice(0, 10))}, ${reading.slice(11)} (${distance(offsetAt(ms))})`;
}

/** "24 Oct 2026, 15:00 (UTC+1)", for a table; without the distance 01:30 would name two moments when clocks go back. */
export function shortMoment(instant: string, offsetAt: OffsetAt): string {
  const ms = Date.parse(instant);
  const reading = readingAt(ms, offsetAt);
  return `${shortDate(reading.slice(0, 10))}, ${reading.slice(11)} (${distance(offsetAt(ms))})`;
}

/** "UTC", "UTC+1", "UTC-3:30", for minutes east of UTC. */
function distance(offset: number): string {
  if (offset === 0) return "UTC";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? "-" : "+"}${hours}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
}
