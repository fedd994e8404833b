import type { Draft } from "../reviews/item.ts";

/** What the weekly review counts of requests and complaints. */
export interface RequestCounts {
  /** Since the last review. */
  readonly received: number;
  readonly answered: number;
  readonly refused: number;
  readonly open: number;
  /** Due within the next seven days, and past their day. */
  readonly soon: number;
  readonly late: readonly { readonly name: string; readonly days: number }[];
  readonly stands: number;
  readonly complaints: number;
  readonly notAcknowledged: number;
}

/** Requests and complaints as one item; quiet where nothing is late and nothing was refused. */
export function requestItems(counts: RequestCounts): Draft[] {
  const { received, answered, refused, open, soon, late, stands, complaints, notAcknowledged } = counts;
  if (received + answered + open === 0) return [];
  return [
    {
      key: "requests",
      subject: "",
      title: "Requests and complaints",
      facts: {
        figures: [
          { name: "Came in", value: String(received) },
          { name: "Answered", value: String(answered) },
          { name: "Refused", value: String(refused) },
          { name: "Open", value: String(open) },
          { name: "Due in 7 days", value: String(soon) },
          { name: "Late", value: String(late.length) },
          { name: "Clock stands", value: String(stands) },
          { name: "Open complaints", value: String(complaints) },
          { name: "Not acknowledged", value: String(notAcknowledged) },
        ],
        lines: late
          .slice(0, 30)
          .map(({ name, days }) => ({ name, words: days === 1 ? "1 day late" : `${days} days late` })),
        people: [],
      },
      concerned: [],
      quiet: late.length === 0 && refused === 0,
      ...(late.length > 0 && { open: "A request is late" }),
    },
  ];
}
