import type { OwedAnswer, DeskRow as Row } from "#domain/work/desk";
import { isMyAction, isOver } from "#domain/work/desk-order";

/** Rows that the first screen shows at least; whatever is over is shown whole. */
const most = 8;

/**
 * What the first screen shows of the one list, in its order. Actions that the reader does or verifies stand below with
 * their buttons, and not twice.
 *
 * @param now - In milliseconds since 1970.
 * @returns `more`: how many of the list are neither here nor among the reader's actions.
 */
export function runningRows(
  { rows, all, myActions }: Pick<OwedAnswer, "rows" | "all" | "myActions">,
  now: number,
): { readonly rows: readonly Row[]; readonly more: number } {
  const running = rows.filter((row) => !isMyAction(row));
  const over = running.filter((row) => isOver(row, now)).length;
  const shown = running.slice(0, Math.max(most, over));
  return { rows: shown, more: Math.max(0, all - myActions - shown.length) };
}
