import type { Draft } from "../reviews/item.ts";

/** Exceptions since the last review: what was asked for, how that was decided, and what went out by one. */
export interface ReviewedExceptions {
  readonly asked: number;
  readonly approved: number;
  readonly refused: number;
  readonly used: number;
  /** Neither decided nor used before their 48 hours were over. */
  readonly ended: number;
  /** Ids of those whose documents went out. */
  readonly senders: readonly string[];
}

/** One line a week in which there were any; a document that went out is looked at by somebody who didn’t send it. */
export function exceptionItems({ senders, ...counts }: ReviewedExceptions): Draft[] {
  if (Object.values(counts).every((count) => count === 0)) return [];
  return [
    {
      key: "mail",
      subject: "exceptions",
      title: "Documents let out by exception",
      facts: {
        figures: [
          { name: "Asked for", value: String(counts.asked) },
          { name: "Approved", value: String(counts.approved) },
          { name: "Not approved", value: String(counts.refused) },
          { name: "Went out", value: String(counts.used) },
          { name: "Ran out", value: String(counts.ended) },
        ],
        lines: [],
        people: senders.slice(0, 20).map((user) => ({ as: "Sent by", user })),
      },
      concerned: senders,
      quiet: counts.used === 0,
    },
  ];
}
