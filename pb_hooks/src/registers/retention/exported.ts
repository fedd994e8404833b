import type { Caller } from "../../base/caller.ts";
import { append } from "../../ledger/chain/append.ts";

/** Writes down that somebody took the list with them. */
export function saveExport(app: pb.App, person: Caller): void {
  append(app, [
    { kind: "log.export", user: person.id, detail: { v: 1, filter: {}, what: "retention", rows: 0 } },
  ]);
}
