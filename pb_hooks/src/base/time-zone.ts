/** Whether the server knows a time zone by this name; Go takes UTC for any that it does not. */
export const isTimeZone = (name: string): boolean => new Timezone(name).string() === name;

/** The clinic's last midnight as an instant. goja has no Intl; Go's own zone table tells the offset. */
export function midnightIn(zone: string, nowMs: number): string {
  const offset = offsetMs(zone, nowMs);
  const day = 86_400_000;
  const local = nowMs + offset;
  const midnight = local - (local % day);
  // The offset of that midnight may be another than now's, on the two days of the year that clocks change.
  return new Date(midnight - offsetMs(zone, midnight - offset)).toISOString();
}

/** Offset of a zone at an instant, in milliseconds east of UTC. */
export function offsetMs(zone: string, atMs: number): number {
  const text = new DateTime(new Date(atMs).toISOString()).time().in(new Timezone(zone)).format("-07:00");
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -ms : ms;
}

/** The instant at which a civil date begins at the clinic. */
export function startOfDay(zone: string, date: string): string {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  const near = midnight - offsetMs(zone, midnight);
  return new Date(midnight - offsetMs(zone, near)).toISOString();
}

/** The instant at which a civil date is over at the clinic: something due on it is late from then on. */
export const endOfDay = (zone: string, date: string): string =>
  startOfDay(zone, new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10));
