import type { OffsetAt } from "#domain/base/local-time";

/**
 * The offset of a time zone, from the browser's own table.
 *
 * @param timeZone - IANA name, `Europe/London`.
 * @throws {RangeError} If there is no such zone.
 */
export function offsetIn(timeZone: string): OffsetAt {
  const two = "2-digit";
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: two,
    day: two,
    hour: two,
    minute: two,
  });
  return (utcMs) => {
    const parts = format.formatToParts(utcMs);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find((one) => one.type === type)?.value);
    const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
    return Math.round(shown / 60_000 - Math.floor(utcMs / 60_000));
  };
}
