import { shortDay } from "#lib/format/time.ts";

/** "week of Mon 16 Nov". */
export const weekWords = (monday: string, now: number): string => `week of ${shortDay(monday, "UTC", now)}`;
