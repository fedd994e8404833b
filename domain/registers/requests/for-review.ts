import { daysBetween } from "../../law/working-days.ts";
import type { Draft } from "../reviews/item.ts";

/** What waits of the form on the web. */
export interface SentCounts {
  readonly waiting: number;
  /** Civil date on which the oldest of them came; '' where none waits. */
  readonly oldest: string;
  /** Those that came before the last review. */
  readonly lying: number;
}

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
  readonly sent: SentCounts;
  /** Civil date at the clinic. */
  readonly today: string;
}

/** Requests and complaints as one item; quiet where nothing is late, left lying or refused. */
export function requestItems(counts: RequestCounts): Draft[] {
  const { received, answered, refused, open, soon, late, stands, complaints, notAcknowledged } = counts;
  const { sent, today } = counts;
  if (received + answered + open + sent.waiting === 0) return [];
  const isOpen =
    late.length > 0
      ? "A request is late"
      : sent.lying > 0
        ? "What was sent by the form before the last review is not looked at"
        : "";
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
          { name: "Sent by the form, not looked at", value: String(sent.waiting) },
        ],
        lines: [
          ...late
            .slice(0, 30)
            .map(({ name, days }) => ({ name, words: days === 1 ? "1 day late" : `${days} days late` })),
          ...(sent.waiting > 0 ? [{ name: "Sent by the form", words: howOld(sent, today) }] : []),
        ],
        people: [],
      },
      concerned: [],
      quiet: isOpen === "" && refused === 0,
      ...(isOpen !== "" && { open: isOpen }),
    },
  ];
}

function howOld({ waiting, oldest }: SentCounts, today: string): string {
  const days = daysBetween(oldest, today);
  const age = days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  return waiting === 1 ? `1 waits, it came ${age}` : `${waiting} wait, the oldest came ${age}`;
}
