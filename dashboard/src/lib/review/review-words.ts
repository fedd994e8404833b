import { agenda, type Decision, type TopicKey } from "#domain/review/agenda";
import type { ReviewItem } from "#lib/api/reviews.ts";
import { shortDay } from "#lib/format/time.ts";

export const topicTitle = (key: TopicKey): string =>
  (agenda.find((topic) => topic.key === key)?.title ?? key).replaceAll("'", "’");

export const decisionWords: Readonly<Record<Decision, string>> = {
  accept: "Accepted",
  refer: "Referred",
  defer: "Deferred",
  action: "An action was given",
};

/** What was decided, as a line; '' before. */
export const decided = ({ decision, reason }: ReviewItem): string =>
  decision === "" || decision === "nothing-to-decide"
    ? ""
    : [decisionWords[decision], reason].filter(Boolean).join(": ");

/** A figure as it is shown: a civil date as people say it. */
export const figure = (value: string, now: number): string =>
  /^\d{4}-\d\d-\d\d$/.test(value) ? shortDay(value, "UTC", now) : value;

/** "week of Mon 16 Nov". */
export const weekWords = (monday: string, now: number): string => `week of ${shortDay(monday, "UTC", now)}`;
