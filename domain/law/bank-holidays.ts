import type { Nation } from "./four-answers.ts";
import { from } from "./rule.ts";

/** Whose days they are: the government's list has three parts. */
export type Division = "england-and-wales" | "scotland" | "northern-ireland";

/** From and up to where the days below are whole; outside no working day is counted. */
export const holidaysKnown = {
  from: "2026-01-01",
  to: "2027-12-31",
  source: from(
    "gov.uk bank holidays, a stored copy of its feed of 17 Aug 2025",
    "its three lists, with Scotland’s one-off day of 15 Jun 2026 that was proclaimed after it",
  ),
} as const;

/** A bank holiday: the civil date on which it is kept, also where that is a substitute day. */
export interface BankHoliday {
  readonly day: string;
  readonly name: string;
}

const listed = (days: Readonly<Record<string, string>>): readonly BankHoliday[] =>
  Object.entries(days)
    .map(([day, name]) => ({ day, name }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));

const everywhere = {
  "2026-01-01": "New Year’s Day",
  "2026-04-03": "Good Friday",
  "2026-05-04": "Early May bank holiday",
  "2026-05-25": "Spring bank holiday",
  "2026-12-25": "Christmas Day",
  "2026-12-28": "Boxing Day, substitute day",
  "2027-01-01": "New Year’s Day",
  "2027-03-26": "Good Friday",
  "2027-05-03": "Early May bank holiday",
  "2027-05-31": "Spring bank holiday",
  "2027-12-27": "Christmas Day, substitute day",
  "2027-12-28": "Boxing Day, substitute day",
};
const notInScotland = {
  "2026-04-06": "Easter Monday",
  "2026-08-31": "Summer bank holiday",
  "2027-03-29": "Easter Monday",
  "2027-08-30": "Summer bank holiday",
};

/** Every bank holiday that is known, by division, in the order of their days. */
export const bankHolidays: Readonly<Record<Division, readonly BankHoliday[]>> = {
  "england-and-wales": listed({ ...everywhere, ...notInScotland }),
  scotland: listed({
    ...everywhere,
    "2026-01-02": "2nd January",
    "2026-06-15": "One-off bank holiday",
    "2026-08-03": "Summer bank holiday",
    "2026-11-30": "St Andrew’s Day",
    "2027-01-04": "2nd January, substitute day",
    "2027-08-02": "Summer bank holiday",
    "2027-11-30": "St Andrew’s Day",
  }),
  "northern-ireland": listed({
    ...everywhere,
    ...notInScotland,
    "2026-03-17": "St Patrick’s Day",
    "2026-07-13": "Battle of the Boyne, substitute day",
    "2027-03-17": "St Patrick’s Day",
    "2027-07-12": "Battle of the Boyne",
  }),
};

const divisions: Readonly<Record<Nation, Division>> = {
  england: "england-and-wales",
  wales: "england-and-wales",
  scotland: "scotland",
  "northern-ireland": "northern-ireland",
};
export const divisionOf = (nation: Nation): Division => divisions[nation];

/** The bank holidays that a clinic of this nation keeps. */
export const holidaysOf = (nation: Nation): readonly BankHoliday[] => bankHolidays[divisionOf(nation)];
