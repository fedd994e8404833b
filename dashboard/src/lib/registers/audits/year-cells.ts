import type { Audit, Round } from "#domain/registers/audits/audit";

/** What a month of an audit shows; '' is nothing. */
export type Mark = "done" | "open" | "late" | "planned" | "";

/**
 * The twelve months of an audit. What is open or done stands in the month in which it was begun, what is planned in that
 * of its day.
 *
 * @param year - "2026".
 * @param today - Civil date at the clinic.
 */
export function monthsOf(audit: Audit, rounds: readonly Round[], year: string, today: string): Mark[] {
  const own = rounds.filter((round) => round.audit === audit.id);
  const isOpen = own.some(({ state }) => state === "open");
  return Array.from({ length: 12 }, (_, i) => {
    const month = `${year}-${String(i + 1).padStart(2, "0")}`;
    const begun = own.filter(({ begunOn }) => begunOn.startsWith(month));
    if (begun.some(({ state }) => state === "open")) return "open";
    const planned = audit.state === "in-use" && !isOpen && audit.nextOn.startsWith(month);
    if (planned) return audit.nextOn < today ? "late" : "planned";
    return begun.length > 0 ? "done" : "";
  });
}
