import * as z from "zod/mini";

/** A day of the calendar, `2026-11-20`; whether that month has it is for the handler to say. */
export const civilDate = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

/** Whether the calendar has a day of that form: `2026-04-31` is none. */
export function isRealDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === date;
}
