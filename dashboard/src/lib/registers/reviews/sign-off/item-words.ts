import type { ReviewItem } from "#lib/registers/reviews/api.ts";
import type { Topic } from "../agenda-of.ts";
import { decided, openWords } from "../review-words.ts";

/** What the first column calls an item: its incident, or else its place on the agenda. */
export const nameIn =
  (topics: readonly Topic[]) =>
  ({ key, title }: ReviewItem): string =>
    /^INC-\d+/.exec(title)?.[0] ?? `Item ${topics.findIndex((topic) => topic.key === key) + 1}`;

/** Why it is open, as a line; '' where it is not. */
export const staysOpen = (item: ReviewItem): string => (openWords(item) ? `open: ${openWords(item)}` : "");

/** What was decided, and what is open all the same. */
export const outcome = (item: ReviewItem): string =>
  [decided(item), staysOpen(item)].filter(Boolean).join(" · ");

/** Until when something waits, and from the second time on how often it has. */
export function untilWords({ facts }: ReviewItem): { readonly text: string; readonly again: boolean } {
  const times = (facts.putOff?.times ?? 0) + 1;
  if (times === 1) return { text: "until the next review", again: false };
  const often = times === 2 ? "2nd" : times === 3 ? "3rd" : `${times}th`;
  return { text: `until the next review, ${often} time`, again: true };
}
