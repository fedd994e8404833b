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
  const offsetAt: OffsetAt = (utcMs) => offsetMs(zone, utcMs) / 60_000;
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

const dateAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
