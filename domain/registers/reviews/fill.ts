import type { AgendaItem } from "./agenda.ts";
import { type Draft, quietly } from "./item.ts";

/**
 * The items of a review, of all that the registers bring: for each topic what is to be decided, or one quiet item where
 * there is nothing. What the team is told is no item: it is written while the others are decided.
 */
export function itemsOf(topics: readonly AgendaItem[], brought: readonly Draft[]): Draft[] {
  return topics.flatMap(({ key }) => {
    if (key === "learning") return [];
    const items = brought.filter((one) => one.key === key);
    return items.length > 0 ? items : [quietly(key)];
  });
}
