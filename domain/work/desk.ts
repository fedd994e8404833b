import * as z from "zod/mini";
import { milliseconds } from "../policy-number.ts";
import { clockPolicy } from "../policy-of-clocks.ts";
import { askings } from "../registers/incidents/clock.ts";
import { lawKinds } from "../registers/incidents/law/kinds.ts";
import { deskPlace, inDeskOrder, isMyAction, isOver } from "./desk-order.ts";

/**
 * What runs or is owed, by kind (DESIGN.md 14, "the lead's desk"). `provisional` and `ico`: a clock of 72 hours.
 * `care-asked`, `care`, `candour`: clocks of the clinic's own law. `candour-year`: Scotland's yearly report.
 * `asked`: somebody is asked about such a clock again. `mail`: a reminder that its mail server did not take. `recipient`:
 * the sender was asked who received it. `people`: affected people to be told (Art 34). `accounts`: accounts on the
 * worklist. `action`, `verify`: a corrective action to do, or done and to verify. `grant`: somebody's access to a case
 * ends. `review`, `missed`: this week's review, and one that nobody has said why it was not held. `other`: what any other
 * register is owed, in its own words (`otherRow`).
 */
export const deskKinds = [
  "provisional",
  "ico",
  ...lawKinds,
  "candour-year",
  "asked",
  "mail",
  "recipient",
  "people",
  "accounts",
  "action",
  "verify",
  "grant",
  "review",
  "missed",
  "other",
] as const;
export type DeskKind = (typeof deskKinds)[number];

/** What the desk may be narrowed to. */
export const deskParts = {
  clocks: ["provisional", "ico", ...lawKinds, "candour-year", "asked", "mail"],
  people: ["people", "accounts", "recipient", "grant"],
  actions: ["action", "verify"],
  reviews: ["review", "missed"],
  others: ["other"],
} as const satisfies Readonly<Record<string, readonly DeskKind[]>>;
export type DeskPart = keyof typeof deskParts;

export const deskRow = z.object({
  /** Kind and row, once on the desk. */
  key: z.string(),
  kind: z.enum(deskKinds),
  /** The incident it belongs to; '' where it belongs to none. */
  breach: z.string(),
  number: z.int(),
  title: z.string(),
  /** What an action says, what a grant is for, the Monday of a week; '' elsewhere. */
  text: z.string(),
  /** Instant at which a clock began; '' where nothing runs from a moment. */
  from: z.string(),
  /** Instant of its end; '' where no day is set. Such rows come last. */
  due: z.string(),
  /** Names of who holds it; empty where nobody does. */
  holders: z.array(z.string()),
  /** The reader holds it, or may verify it. */
  mine: z.boolean(),
  /** People or accounts left; 0 elsewhere. */
  left: z.int(),
  /** Nobody answered for the whole 72 hours. */
  unanswered: z.boolean(),
  /** The address that it leads to, where that is neither the case nor the review. */
  page: z.optional(z.string()),
  /** Due at once from then on, without a number of hours or days: never "over". */
  withoutDelay: z.optional(z.boolean()),
  /** Of a corrective action: the row that is done or verified, in its version; one that is closed with a word, on its `page`, has none. */
  action: z.optional(z.object({ id: z.string(), version: z.int() })),
});
export type DeskRow = z.infer<typeof deskRow>;

/** A row as a register gives it: who holds it by ids, from which names and `mine` follow. */
export interface OwedRow extends Omit<DeskRow, "holders" | "mine"> {
  /** Ids of `users`; '' is nobody. */
  readonly with: readonly string[];
  /** Left out, it is theirs who hold it. */
  readonly mine?: boolean;
}

/**
 * A row of a register whose words nobody else has to know.
 *
 * @param row.key - Unlike any other on the desk: `keys:` and the row's id.
 * @param row.text - What is to be done, as desk and first screen show it.
 * @param row.due - Instant at which its last day is over; '' where no day is set.
 * @param row.with - Ids of who holds it.
 */
export const otherRow = (
  row: Pick<OwedRow, "key" | "text" | "due" | "with"> & { readonly page: string },
): OwedRow => ({
  kind: "other",
  breach: "",
  number: 0,
  title: "",
  from: "",
  left: 0,
  unanswered: false,
  ...row,
});

/** `GET /desk?part&after`: one page. */
export const deskAnswer = z.object({
  asOf: z.string(),
  rows: z.array(deskRow),
  /** Of all pages, by part. */
  counts: z.object({ clocks: z.int(), people: z.int(), actions: z.int(), reviews: z.int(), others: z.int() }),
  /** Of all pages and parts, whose end has passed. */
  over: z.int(),
  /** What `after` must be for the next page; null at the end. */
  next: z.nullable(z.string()),
});
export type DeskAnswer = z.infer<typeof deskAnswer>;

/** Rows on a page of the desk. */
export const deskPage = 50;

/** The same list as the first screen and the top bar tell it: its beginning, and how much there is of it. */
export const owedAnswer = z.object({
  /** The first of them, in the desk's order. */
  rows: z.array(deskRow),
  all: z.int(),
  /** Whose end has passed, of all. */
  over: z.int(),
  /** Clocks of cases among them, and those that nobody answered for the whole 72 hours. */
  clocks: z.int(),
  unanswered: z.int(),
  /** Actions among all of them that the reader does or verifies. */
  myActions: z.int(),
});
export type OwedAnswer = z.infer<typeof owedAnswer>;

const caseClocks: readonly DeskKind[] = ["provisional", "ico", ...lawKinds];
/** Reminders are no ends: the desk alone says when one is made, and Today counts the mails that failed in a line. */
const reminders: readonly DeskKind[] = ["asked", "mail"];

/** @param all - All that is owed, in any order. */
export function owedOf(all: readonly DeskRow[], nowMs: number): OwedAnswer {
  const rows = all.filter(({ kind }) => !reminders.includes(kind));
  return {
    rows: inDeskOrder(rows, nowMs).slice(0, deskPage),
    all: rows.length,
    over: rows.filter((row) => isOver(row, nowMs)).length,
    clocks: rows.filter(({ kind }) => caseClocks.includes(kind)).length,
    unanswered: rows.filter(({ unanswered }) => unanswered).length,
    myActions: rows.filter(isMyAction).length,
  };
}

const partOf = (kind: DeskKind): DeskPart =>
  (Object.keys(deskParts) as DeskPart[]).find((part) =>
    (deskParts[part] as readonly DeskKind[]).includes(kind),
  ) ?? "clocks";

/**
 * One page of all that stands on a desk, by nearest end.
 *
 * @param after - Place of the last row of the page before; '' begins.
 */
export function deskOf(
  rows: readonly DeskRow[],
  nowMs: number,
  part: DeskPart | "",
  after: string,
): DeskAnswer {
  const counts = { clocks: 0, people: 0, actions: 0, reviews: 0, others: 0 };
  for (const { kind } of rows) counts[partOf(kind)] += 1;
  const shown = inDeskOrder(
    rows.filter(({ kind }) => part === "" || partOf(kind) === part),
    nowMs,
  );
  const rest = shown.filter((row) => deskPlace(row, nowMs) > after);
  const page = rest.slice(0, deskPage);
  const last = page[page.length - 1];
  return {
    asOf: new Date(nowMs).toISOString(),
    rows: page,
    counts,
    over: rows.filter((row) => isOver(row, nowMs)).length,
    next: rest.length > deskPage && last ? deskPlace(last, nowMs) : null,
  };
}

/** When somebody is asked next about a clock that waits, and who: both at once from the first day on. */
export function nextAsking(
  startMs: number,
  nowMs: number,
): { readonly atMs: number; readonly who: readonly ("duty" | "deputy")[] } | undefined {
  const coming = askings(startMs).filter(({ atMs }) => atMs > nowMs);
  const atMs = Math.min(...coming.map((asking) => asking.atMs));
  const who = coming.filter((asking) => asking.atMs === atMs).map((asking) => asking.who);
  return who.length === 0 ? undefined : { atMs, who };
}

/** Until when the sender is asked who received it. */
export const recipientAskedUntil = (openedMs: number): number =>
  openedMs + milliseconds(clockPolicy.recipientAskedFor);
