import { type EventRow, eventColumns } from "#domain/ledger/ledger";
import { objectsOf } from "../../base/database.ts";

/** The columns of an event, quoted, for a SELECT. */
export const columnList = eventColumns.map((column) => `"${column}"`).join(", ");

export function eventWith(app: pb.App, id: string): EventRow | undefined {
  return objectsOf<EventRow>(app, eventColumns, `SELECT ${columnList} FROM events WHERE id = {:id}`, {
    id,
  })[0];
}

export function eventAt(app: pb.App, seq: number): EventRow | undefined {
  return objectsOf<EventRow>(app, eventColumns, `SELECT ${columnList} FROM events WHERE seq = {:seq}`, {
    seq,
  })[0];
}
