import { exceptionItems } from "#domain/registers/exceptions/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { countedBetween } from "../listing/counted.ts";
import type { Counting, Figure, Reviewing } from "../register.ts";

/** What was asked for, decided, used or ran out since the last review. */
export function agendaOfExceptions({ app, since, nowMs }: Reviewing): Draft[] {
  const between = { since: stored(since), now: stored(new Date(nowMs).toISOString()) };
  const within = (column: string) => `("${column}" > {:since} AND "${column}" <= {:now})`;
  const names = ["asked", "approved", "refused", "used", "ended"] as const;
  // One that was taken back after it was approved counts as not approved.
  const select = `SELECT coalesce(sum(${within("at")}), 0) AS asked,
      coalesce(sum(${within("decidedAt")} AND state IN ('approved', 'used')), 0) AS approved,
      coalesce(sum(${within("decidedAt")} AND state = 'refused'), 0) AS refused,
      coalesce(sum(${within("usedAt")}), 0) AS used,
      coalesce(sum(${within("until")} AND state IN ('asked', 'approved')), 0) AS ended
    FROM mail_exceptions`;
  const [counts] = objectsOf<Record<(typeof names)[number], number>>(app, names, select, between);
  if (!counts) return [];
  const senders = rowsOf(
    app,
    ["by"],
    `SELECT DISTINCT "by" FROM mail_exceptions WHERE ${within("usedAt")} ORDER BY "by"`,
    between,
  ).map(([by]) => String(by));
  return exceptionItems({ ...counts, senders });
}

/** Exceptions by the moment at which they were asked for, refused and used. */
export const exceptionFigures = (counting: Counting): Figure[] => [
  countedBetween(counting, "exceptions", {
    asked: { table: "mail_exceptions", column: "at" },
    refused: { table: "mail_exceptions", column: "decidedAt", where: "state = 'refused'" },
    used: { table: "mail_exceptions", column: "usedAt" },
  }),
];
