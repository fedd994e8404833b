/** Offset of a time zone at an instant, in minutes east of UTC. Each engine gives its own: goja has no Intl. */
export type OffsetAt = (utcMs: number) => number;

const msPerMinute = 60_000;
const msPerDay = 86_400_000;
const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/**
 * The instants that a wall clock's reading names: one as a rule, two in the hour that comes twice when clocks go back,
 * none in the hour left out when they go forward. The earlier comes first. Which of two is meant is asked, never guessed.
 *
 * @param reading - `2026-10-25T01:30`, on the clinic's clocks.
 * @returns Milliseconds since 1970, UTC.
 * @throws {RangeError} If the reading is no date and time.
 */
export function instantsOf(reading: string, offsetAt: OffsetAt): number[] {
  const asIfUtc = readingAsUtc(reading);
  // A zone changes its clocks at most once within a day of any moment, so these two offsets are all that can apply.
  const offsets = new Set([offsetAt(asIfUtc - msPerDay), offsetAt(asIfUtc + msPerDay)]);
  return [...offsets]
    .map((offset) => ({ offset, instant: asIfUtc - offset * msPerMinute }))
    .filter(({ offset, instant }) => offsetAt(instant) === offset)
    .map(({ instant }) => instant)
    .sort((a, b) => a - b);
}

/**
 * The first instant of a civil date in a zone. Where the clocks go forward at midnight that is the moment they do so.
 *
 * @param date - `2026-10-25`.
 */
export function startOfDay(date: string, offsetAt: OffsetAt): number {
  const asIfUtc = readingAsUtc(`${date}T00:00`);
  // Twice: the first step may land on the other side of a change of the clocks.
  const near = asIfUtc - offsetAt(asIfUtc) * msPerMinute;
  return asIfUtc - offsetAt(near) * msPerMinute;
}

/** The civil date at an instant. */
export const dateAt = (utcMs: number, offsetAt: OffsetAt): string => readingAt(utcMs, offsetAt).slice(0, 10);

/** What the clinic's clocks show at an instant: `2026-10-27T14:00`. */
export function readingAt(utcMs: number, offsetAt: OffsetAt): string {
  return new Date(utcMs + offsetAt(utcMs) * msPerMinute).toISOString().slice(0, 16);
}

function readingAsUtc(reading: string): number {
  const parts = form.exec(reading);
  const ms = parts ? Date.parse(`${reading}:00.000Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 16) !== reading) {
    throw new RangeError(`not a date and time: ${reading}`);
  }
  return ms;
}
