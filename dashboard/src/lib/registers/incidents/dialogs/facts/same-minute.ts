const minute = 60_000;

/** Whether two instants are shown alike: people type minutes, the log has milliseconds. '' is no time. */
export function sameMinute(one: string, other: string): boolean {
  if (one === "" || other === "") return one === other;
  return Math.floor(Date.parse(one) / minute) === Math.floor(Date.parse(other) / minute);
}
