import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";

/** Records by when they were destroyed or kept longer. */
export function retentionFigures({ app, time, spans }: Counting): Figure[] {
  const counts = spans.map(({ from, to }) => {
    const select = `SELECT coalesce(sum(doneAt >= {:from} AND doneAt <= {:to}), 0) AS destroyed,
       coalesce(sum(keptAt >= {:from} AND keptAt <= {:to}), 0) AS kept FROM retention_rows WHERE state <> 'waiting'`;
    const params = { from: stored(from), to: stored(to) };
    const [destroyed = 0, kept = 0] = (rowsOf(app, ["destroyed", "kept"], select, params)[0] ?? []).map(
      Number,
    );
    return { destroyed, kept };
  });
  return [{ key: "retention", since: firstDay(app, time, [begun]), counts }];
}
