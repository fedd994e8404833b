import { isolate } from "#domain/base/isolate";
import { agenda, decisionWords, type TopicKey } from "#domain/registers/reviews/agenda";
import { ownLines } from "#domain/registers/reviews/item";
import { shortDay } from "#lib/format/time.ts";
import type { Review, ReviewItem } from "#lib/registers/reviews/api.ts";

export const topicTitle = (key: TopicKey): string =>
  (agenda.find((topic) => topic.key === key)?.title ?? key).replaceAll("'", "’");

/** What was decided, as a line; '' before. */
export const decided = ({ decision, reason }: ReviewItem): string =>
  decision === "" || decision === "nothing-to-decide"
    ? ""
    : [decisionWords[decision], reason].filter(Boolean).join(": ");

/** Why an item is open; '' where it is not. */
export const openWords = ({ facts }: Pick<ReviewItem, "facts">): string => facts.open ?? "";

/** That an item was put off or left open before, and why; '' where it was not. */
export function putOffWords({ facts }: Pick<ReviewItem, "facts">, now: number): string {
  if (!facts.putOff) return "";
  const { times, since, reason, left = false } = facts.putOff;
  const often =
    times === 1
      ? left
        ? ownLines.left
        : ownLines.putOff
      : `Put off ${times} times since the week of ${shortDay(since, "UTC", now)}`;
  return `${often}: ${reason}`;
}

/** A figure as it is shown: a civil date as people say it. */
export const figure = (value: string, now: number): string =>
  /^\d{4}-\d\d-\d\d$/.test(value) ? shortDay(value, "UTC", now) : value;

/** Who took the chair, who was there, and who sent apologies. */
export function meetingOf(
  { chair, deputyChair, attendance }: Review,
  nameOf: (id: string) => string,
): { readonly name: string; readonly words: string }[] {
  const there = attendance.filter(({ user, how }) => how !== "apologies" && user !== chair);
  const away = attendance.filter(({ how }) => how === "apologies");
  const byTelephone = (user: string) =>
    attendance.some((one) => one.user === user && one.how === "phone") ? " (by telephone)" : "";
  const named = ({ user }: { readonly user: string }) => `${isolate(nameOf(user))}${byTelephone(user)}`;
  const lines = [
    { name: "Chair", words: named({ user: chair }) },
    { name: "Where the chair has a conflict", words: deputyChair === "" ? "" : nameOf(deputyChair) },
    { name: "Also there", words: there.map(named).join(", ") },
    { name: "Apologies", words: away.map(named).join(", ") },
  ];
  return lines.filter(({ words }) => words !== "");
}
