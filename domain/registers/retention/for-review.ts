import type { Draft } from "../reviews/item.ts";

/** How the records stand, as the meeting sees it. */
export interface ReviewedRetention {
  readonly all: number;
  readonly due: number;
  readonly late: number;
  readonly held: number;
  readonly waits: number;
  readonly keptSince: number;
  readonly destroyedSince: number;
  readonly again: number;
}

/** One item: what is due and late, what is held, what was destroyed and kept since. Nothing where no list was brought in. */
export function retentionItems(now: ReviewedRetention): Draft[] {
  if (now.all === 0) return [];
  const figure = (name: string, value: number) => ({ name, value: String(value) });
  const late = now.late === 1 ? "One record is late" : `${now.late} records are late`;
  return [
    {
      key: "retention",
      subject: "",
      title: "Records due and destroyed",
      facts: {
        figures: [
          figure("Due", now.due),
          figure("Late", now.late),
          figure("Held", now.held),
          figure("Wait for a rule", now.waits),
          figure("Kept longer since", now.keptSince),
          figure("Destroyed since", now.destroyedSince),
          figure("Destroyed, and listed again", now.again),
        ],
        lines: [],
        people: [],
      },
      concerned: [],
      quiet: now.due === 0 && now.keptSince === 0 && now.destroyedSince === 0 && now.again === 0,
      ...(now.late > 0 && { open: `${late} by more than a month` }),
    },
  ];
}
