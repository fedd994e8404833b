import type { Person } from "#lib/api/people.ts";
import { moment, read } from "#lib/format/time.ts";

export type PersonState = {
  readonly state: "plain" | "amber" | "grey";
  readonly word: string;
  readonly says: string;
};

/**
 * How a person signs in to the dashboard.
 *
 * @param now - Milliseconds since 1970.
 */
export function signInOf(person: Person, now: number, zone: string): PersonState {
  const { active, enrolled, invitedUntil, until, email } = person;
  if (!active) return { state: "grey", word: "no longer active", says: "" };
  if (until !== "" && read(until) < now) {
    return { state: "grey", word: "ended", says: moment(until, zone, now) };
  }
  const ends = until === "" ? "" : `until ${moment(until, zone, now)}`;
  if (enrolled && invitedUntil === "") return { state: "plain", word: "signs in", says: ends };
  if (invitedUntil !== "") {
    return read(invitedUntil) > now
      ? { state: "amber", word: "invited", says: `link works until ${moment(invitedUntil, zone, now)}` }
      : { state: "amber", word: "link ran out", says: "give a new one" };
  }
  return email
    ? { state: "amber", word: "not signed in yet", says: "give a new link" }
    : { state: "plain", word: "at a desk", says: "no sign-in needed" };
}
