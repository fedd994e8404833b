import { daysAfter } from "#domain/law/working-days";

/** Where the tests' clinics are, and what their pages' clocks show. */
const zone = "Europe/London";

/** The day that it is at the clinic so many days from today: between midnight there and in UTC, two days in summer are not one. */
export function clinicDay(ahead = 0): string {
  return daysAfter(new Date().toLocaleDateString("en-CA", { timeZone: zone }), ahead);
}

/** What the clinic's clocks show at an instant, whichever zone the machine is in: day, month, year, hour and minute. */
export function clinicClock(
  ms: number,
): [day: string, month: string, year: string, hour: string, minute: string] {
  const shown = new Date(ms).toLocaleString("sv-SE", { timeZone: zone });
  const [year = "", month = "", day = "", hour = "", minute = ""] = shown.split(/\D/);
  return [day, month, year, hour, minute];
}
