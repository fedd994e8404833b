import { retentionItems } from "#domain/registers/retention/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import type { Reviewing } from "../register.ts";
import { countsOf } from "./counts.ts";

/** How the records stand, and what became of them since the last review. */
export function agendaOfRetention({ app, today, since }: Reviewing): Draft[] {
  const { all, due, late, held, waits } = countsOf(app, today);
  if (all === 0) return [];
  const select = `SELECT coalesce(sum(keptAt >= {:since}), 0) AS kept, coalesce(sum(doneAt >= {:since}), 0) AS done,
     coalesce(sum(again), 0) AS again FROM retention_rows WHERE state <> 'waiting'`;
  const found = rowsOf(app, ["kept", "done", "again"], select, { since: stored(since) })[0] ?? [];
  const [keptSince = 0, destroyedSince = 0, again = 0] = found.map(Number);
  return retentionItems({ all, due, late, held, waits, keptSince, destroyedSince, again });
}
