import { instantsOf, type OffsetAt, readingAt } from "#domain/base/local-time";

/** A date and time in parts, as people type them on the clinic's clocks. */
export type TypedMoment = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
  /** Which of two, in the hour that comes twice; '' until it was asked and answered. */
  readonly which: "first" | "second" | "";
};

/** The parts of an instant; '' gives empty ones. */
export function typedFrom(instant: string, offsetAt: OffsetAt): TypedMoment {
  const reading = instant === "" ? "" : readingAt(Date.parse(instant), offsetAt);
  const typed = {
    year: reading.slice(0, 4),
    month: reading.slice(5, 7),
    day: reading.slice(8, 10),
    hour: reading.slice(11, 13),
    minute: reading.slice(14, 16),
    which: "",
  } as const;
  const [, second] = instantsTyped(typed, offsetAt);
  if (second === undefined) return typed;
  return { ...typed, which: Date.parse(instant) < second ? "first" : "second" };
}

export const isEmpty = ({ day, month, year, hour, minute }: TypedMoment): boolean =>
  [day, month, year, hour, minute].every((part) => part.trim() === "");

/** "2026-10-25T01:30"; '' while it is no date and time. */
export function readingOf({ day, month, year, hour, minute }: TypedMoment): string {
  const two = (part: string): string => part.trim().padStart(2, "0");
  if (hour.trim() === "" || minute.trim() === "") return "";
  const reading = `${year.trim()}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
  try {
    instantsOf(reading, () => 0);
    return reading;
  } catch {
    return "";
  }
}

/** The instants that it names, in milliseconds: one as a rule, two, or none. */
export function instantsTyped(typed: TypedMoment, offsetAt: OffsetAt): number[] {
  const reading = readingOf(typed);
  return reading === "" ? [] : instantsOf(reading, offsetAt);
}

/** The instant meant; '' while that is not clear. */
export function instantTyped(typed: TypedMoment, offsetAt: OffsetAt): string {
  const [first, second] = instantsTyped(typed, offsetAt);
  if (first === undefined) return "";
  if (second === undefined) return new Date(first).toISOString();
  if (typed.which === "") return "";
  return new Date(typed.which === "first" ? first : second).toISOString();
}

/**
 * What is wrong, in words that mend; undefined where nothing is.
 *
 * @param now - Milliseconds since 1970; what lies after it is refused.
 */
export function momentError(typed: TypedMoment, offsetAt: OffsetAt, now: number): string | undefined {
  if (readingOf(typed) === "") return "Enter a day and a time, for example 20 11 2026 at 10 40";
  if (instantsTyped(typed, offsetAt).length === 0)
    return "The clocks went forward over this time: it never was. Enter another";
  const instant = instantTyped(typed, offsetAt);
  if (instant === "") return "This time came twice, for the clocks went back. Choose which one";
  if (Date.parse(instant) > now)
    return `Enter a time before now. It is ${readingAt(now, offsetAt).slice(11)}`;
  return undefined;
}
