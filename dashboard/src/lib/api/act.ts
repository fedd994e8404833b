import type { ActData, Action } from "#domain/acts";
import { type ActAnswer, actAnswer } from "#domain/api";
import { ask } from "./client.ts";

/** The row acted on, as it was on the screen: another version in the database is a 409. */
type Row = { readonly id: string; readonly version: number };

/** Does one act; each is an event of the ledger. Nothing else in the dashboard writes. */
export const act = <A extends Action>(action: A, data: ActData<A>, row?: Row): Promise<ActAnswer> =>
  ask(actAnswer, "act", {
    method: "POST",
    body: { action, data, ...(row && { id: row.id, version: row.version }) },
  });
