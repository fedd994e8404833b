import { dateAt, type OffsetAt, startOfDay } from "#domain/base/local-time";
import { offsetMs } from "../base/time-zone.ts";
import { clinicOf } from "./clinic.ts";

/** First and last millisecond of something, as instants; both belong to it. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
}

/** The clinic's calendar. goja has no Intl, so each offset is asked of Go. */
export interface ClinicTime {
  /** Civil date at an instant. */
  readonly date: (ms: number) => string;
  /** The first instant of a civil date, in milliseconds. */
  readonly start: (date: string) => number;
  /** Two civil dates, both whole. */
  readonly bounds: (from: string, to: string) => Bounds;
}

export function clinicTime(app: pb.App): ClinicTime {
  const zone = clinicOf(app)?.getString("timeZone") ?? "UTC";
  const offsetAt = offsetsOf(zone);
  const start = (date: string) => startOfDay(date, offsetAt);
  return {
    date: (ms) => dateAt(ms, offsetAt),
    start,
    bounds: (from, to) => ({
      from: new Date(start(from)).toISOString(),
      to: new Date(start(dateAfter(to)) - 1).toISOString(),
    }),
  };
}

const week = 7 * 86_400_000;

/**
 * The zone's offsets, each asked of Go once: where a week begins and ends with the same, no clock was changed in it, for no
 * zone changes its clocks twice in a week.
 */
function offsetsOf(zone: string): OffsetAt {
  const known = new Map<number, number>();
  const asked = (utcMs: number): number => {
    const offset = known.get(utcMs) ?? offsetMs(zone, utcMs) / 60_000;
    known.set(utcMs, offset);
    return offset;
  };
  return (utcMs) => {
    const begin = Math.floor(utcMs / week) * week;
    return asked(begin) === asked(begin + week) ? asked(begin) : asked(utcMs);
  };
}

const dateAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
