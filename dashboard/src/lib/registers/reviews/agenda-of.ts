import type { TopicKey } from "#domain/registers/reviews/agenda";
import type { ReviewItem } from "#lib/registers/reviews/api.ts";

/** A topic on the left: its items in their order. */
export interface Topic {
  readonly key: TopicKey;
  readonly items: readonly ReviewItem[];
  readonly undecided: number;
  /** Left open with a reason: they come back in the next review. */
  readonly left: number;
}

const isQuiet = ({ decision }: ReviewItem): boolean => decision === "nothing-to-decide";

/** Topics with something to decide; with `all` also those that have nothing. */
export function topicsIn(items: readonly ReviewItem[], all: boolean): Topic[] {
  const topics = new Map<TopicKey, ReviewItem[]>();
  for (const item of items) {
    if (all || !isQuiet(item)) topics.set(item.key, [...(topics.get(item.key) ?? []), item]);
  }
  return [...topics].map(([key, those]) => ({
    key,
    items: those,
    undecided: those.filter(({ decision }) => decision === "").length,
    left: those.filter(({ decision }) => decision === "leave").length,
  }));
}

/** Topics of which nothing is to be decided. */
export function quietTopics(items: readonly ReviewItem[]): TopicKey[] {
  const shown = new Set(topicsIn(items, false).map(({ key }) => key));
  return [...new Set(items.filter(isQuiet).map(({ key }) => key))].filter((key) => !shown.has(key));
}

/**
 * The next item after this one that waits for whoever is here, from the top again after the last; undefined after all.
 *
 * @param locked - Items that concern them.
 */
export function nextUndecided(
  items: readonly ReviewItem[],
  id: string,
  locked: readonly string[],
): ReviewItem | undefined {
  const at = items.findIndex((item) => item.id === id);
  return [...items.slice(at + 1), ...items.slice(0, at)].find(
    (item) => item.decision === "" && !locked.includes(item.id),
  );
}

/** "Item 2 of 7 · 1 of 2". */
export function placeOf(topics: readonly Topic[], item: ReviewItem): string {
  const topic = topics.findIndex(({ key }) => key === item.key);
  const items = topics[topic]?.items ?? [];
  const place = `Item ${topic + 1} of ${topics.length}`;
  return items.length < 2
    ? place
    : `${place} · ${items.findIndex(({ id }) => id === item.id) + 1} of ${items.length}`;
}
