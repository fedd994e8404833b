import { destroyedCsv, keptCsv, type PackDestroyed, type PackKept } from "#domain/registers/retention/pack";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import type { Packing, PackPart } from "../register.ts";

const person = (column: string): string =>
  `coalesce((SELECT name FROM users WHERE id = r.${column}), '') AS ${column}`;

/** What was destroyed in the period, by certificate, and what was kept longer in it. */
export function retentionInPack({ tx, start, end }: Packing): PackPart {
  const params = { start: stored(start), end: stored(end) };
  const destroyed = objectsOf<PackDestroyed>(
    tx,
    [
      ...([
        "number",
        "system",
        "recordRef",
        "rowClass",
        "starts",
        "appraisedBy",
        "found",
        "askedBy",
      ] as const),
      ...(["second", "doneOn", "doneHow", "doneBeside", "certificateHash"] as const),
    ],
    `SELECT number, system, recordRef, rowClass, starts, found, doneOn, doneHow, doneBeside, certificateHash,
       ${["appraisedBy", "askedBy", "second"].map(person).join(", ")}
     FROM retention_rows r WHERE state = 'done' AND state <> 'waiting' AND doneAt >= {:start} AND doneAt < {:end} ORDER BY number`,
    params,
  );
  const kept = objectsOf<PackKept>(
    tx,
    ["system", "recordRef", "rowClass", "month", "starts", "keptWhy", "keptReason", "keptBy"],
    `SELECT system, recordRef, rowClass, month, starts, keptWhy, keptReason, ${person("keptBy")}
     FROM retention_rows r WHERE state = 'kept' AND state <> 'waiting' AND keptAt >= {:start} AND keptAt < {:end} ORDER BY keptAt, id`,
    params,
  );
  return {
    folders: [
      {
        name: "retention/",
        holds:
          "destroyed.csv: records that were destroyed, by certificate; kept.csv: records that are kept longer, and why",
      },
    ],
    files: [
      { path: "retention/destroyed.csv", text: destroyedCsv(destroyed) },
      { path: "retention/kept.csv", text: keptCsv(kept) },
    ],
    rows: destroyed.length + kept.length,
  };
}
