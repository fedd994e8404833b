import * as z from "zod/mini";
import { type TopicKey, titleOf } from "./agenda.ts";

const text = (max: number) => z.string().check(z.maxLength(max));

/** What the screen shows of an item. People stand apart, so that a projector can leave them out. */
export const itemFacts = z.object({
  figures: z.array(z.object({ name: text(40), value: text(40) })).check(z.maxLength(10)),
  lines: z.array(z.object({ name: text(60), words: text(2_000) })).check(z.maxLength(40)),
  people: z.array(z.object({ as: text(40), user: text(15) })).check(z.maxLength(20)),
  /** Why it is open; left out where nothing is, or where it was filled before this was asked. */
  open: z.optional(text(300)),
  /**
   * Put off by the review before, or left open by it (`left`): how often by now, since the review of which week, and why
   * the last time.
   */
  putOff: z.optional(
    z.object({ times: z.int(), since: text(10), reason: text(2_000), left: z.optional(z.boolean()) }),
  ),
});
export type ItemFacts = z.infer<typeof itemFacts>;

/** Lines that an item's page shows above the others, in words of their own: why it is open, that it waited, how often. */
export const ownLines = {
  open: "Still open",
  putOff: "Put off last time",
  left: "Left open last time",
  often: "Put off",
} as const;
export const isOwnLine = (name: string): boolean => Object.values<string>(ownLines).includes(name);

/** An item as it is filled. */
export interface Draft {
  readonly key: TopicKey;
  /** Row or person that it is about; '' where it stands for the topic. With `key` it says which item it is. */
  readonly subject: string;
  readonly title: string;
  readonly facts: ItemFacts;
  /** Ids of people whom it concerns: none of them decides it. */
  readonly concerned: readonly string[];
  /** Nothing to decide: it collapses into one line. */
  readonly quiet: boolean;
  /** Why it is open, as a sentence without its stop: then it is decided, referred or put off, and can't be noted. */
  readonly open?: string;
}

export const noFacts: ItemFacts = { figures: [], lines: [], people: [] };

/** A topic of which nothing is to be decided. */
export const quietly = (key: TopicKey, facts: ItemFacts = noFacts): Draft => ({
  key,
  subject: "",
  title: titleOf(key),
  facts,
  concerned: [],
  quiet: true,
});

/** What the row of an item holds of a draft. */
export const storedFacts = ({ facts, open = "" }: Draft): ItemFacts =>
  open === "" ? facts : { ...facts, open: open.slice(0, 300) };

/** A figure that there is not, or not yet. */
export const unknownFigure = "\u2013";

/** The facts of an item in one line, for minutes: without people. At most 2,000 characters. */
export function factsLine({ figures, lines }: ItemFacts): string {
  const parts = [
    ...figures.filter(({ value }) => value !== unknownFigure).map(({ name, value }) => `${name}: ${value}`),
    ...lines.map(({ name, words }) => `${name}: ${words}`),
  ]
    .join("; ")
    .replace(/([.!?]); /g, "$1 ");
  return parts.length <= 2_000 ? parts : `${parts.slice(0, 1_999).replace(/[\uD800-\uDBFF]$/, "")}\u2026`;
}

/**
 * Why this person may not decide an item; undefined where they may.
 *
 * @param concerned - Ids of people whom the item concerns.
 */
export const whyNotDecide = (actor: string, concerned: readonly string[]): string | undefined =>
  concerned.includes(actor) ? "This concerns you: somebody else decides it." : undefined;
