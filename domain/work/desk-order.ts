import { milliseconds } from "../policy-number.ts";
import { clockPolicy } from "../policy-of-clocks.ts";
import type { DeskRow } from "./desk.ts";

type Ending = Pick<DeskRow, "due" | "withoutDelay">;
type Placed = Ending & Pick<DeskRow, "key" | "unanswered">;

/** Whether its end has passed. What is due without delay has no end of its own, and is never "over". */
export const isOver = ({ due, withoutDelay }: Ending, nowMs: number): boolean =>
  due !== "" && Date.parse(due) <= nowMs && withoutDelay !== true;

/**
 * Place of a row in the one order that desk, first screen, my work and top bar share: what nobody answered for 72 hours,
 * then by end, what has no day last. What is due without delay stands after all that ends within three days and before
 * what ends later, the longest owed first; its place goes by whole days, so that pages asked one after the other agree.
 */
export function deskPlace({ due, key, unanswered, withoutDelay }: Placed, nowMs: number): string {
  if (unanswered) return `!${due}~${key}`;
  // An instant begins with a digit, and so comes before "none".
  const end = withoutDelay && Date.parse(due) <= nowMs ? `${soon(nowMs)}~${due}` : due;
  return `${end || "none"}~${key}`;
}

const msPerDay = 86_400_000;
/** The first midnight, UTC, after the days within which an end goes before what is due without delay. */
const soon = (nowMs: number): string =>
  new Date(
    (Math.floor((nowMs + milliseconds(clockPolicy.endsBeforeWithoutDelay)) / msPerDay) + 1) * msPerDay,
  ).toISOString();

/** Whether an action that the reader does or verifies: on the first screen it stands with its button. */
export const isMyAction = ({ action, mine }: Pick<DeskRow, "action" | "mine">): boolean =>
  mine && action !== undefined;

/** The rows in their order. */
export const inDeskOrder = <Row extends Placed>(rows: readonly Row[], nowMs: number): Row[] =>
  rows
    .map((row) => ({ row, place: deskPlace(row, nowMs) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ row }) => row);
