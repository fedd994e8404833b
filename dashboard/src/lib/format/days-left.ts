import { dateIn } from "./time.ts";

/**
 * What is left of a deadline that is a day: "today", "tomorrow", "5 days", "1 day over". A day has no minutes to count.
 *
 * @param last - An instant within the last day that is in time.
 * @param now - Milliseconds since 1970.
 */
export function daysLeft(last: string, zone: string, now: number): string {
  const day = (time: number): number => Date.parse(`${dateIn(zone, time)}T00:00:00Z`) / 86_400_000;
  const left = day(Date.parse(last)) - day(now);
  if (left === 0) return "today";
  if (left === 1) return "tomorrow";
  const days = Math.abs(left);
  return `${days} ${days === 1 ? "day" : "days"}${left < 0 ? " over" : ""}`;
}
