import type { Draft } from "../reviews/item.ts";
import { quietly } from "../reviews/item.ts";

export interface ReviewedProject {
  readonly id: string;
  readonly name: string;
  readonly holder: string;
  readonly until: string;
}

/** What happened since the last review. */
export interface ProjectCounts {
  readonly begun: number;
  readonly ended: number;
  /** Tables that were looked through, and those that left as anonymous by a word of the lead. */
  readonly checks: number;
  readonly byReason: number;
}

/**
 * Projects that run: one line while each is in its time; one whose day has passed is an item of its own.
 *
 * @param today - Civil date at the clinic.
 */
export function projectItems(
  running: readonly ReviewedProject[],
  { begun, ended, checks, byReason }: ProjectCounts,
  today: string,
): Draft[] {
  if (running.length + begun + ended + checks === 0) return [];
  const late = running.filter(({ until }) => until < today);
  const figures = [
    { name: "Run", value: String(running.length) },
    { name: "Begun", value: String(begun) },
    { name: "Ended", value: String(ended) },
    { name: "Tables looked through", value: String(checks) },
    { name: "Anonymous by a word of the lead", value: String(byReason) },
    { name: "Past their day", value: String(late.length) },
  ];
  return [
    quietly("projects", { figures, lines: [], people: [] }),
    ...late.slice(0, 20).map(
      ({ id, name, holder, until }): Draft => ({
        key: "projects",
        subject: id,
        title: `Project: ${name}`,
        facts: {
          figures: [{ name: "Until", value: until }],
          lines: [],
          people: [{ as: "Held by", user: holder }],
        },
        concerned: [],
        quiet: false,
        open: "Its day has passed, and nobody has said what became of the extract",
      }),
    ),
  ];
}
