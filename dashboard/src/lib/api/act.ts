import { type ActAnswer, actAnswer } from "#domain/act-answer";
import type { ActData, Action, acts } from "#domain/acts";
import type { SeenRow } from "#lib/state/seen.svelte.ts";
import { ask } from "./client.ts";

/** Whether an act is about a row is said in `domain/acts.ts`; one that is carries the version that was seen. */
type RowOf<A extends Action> = (typeof acts)[A]["on"] extends "row"
  ? [row: SeenRow]
  : (typeof acts)[A]["on"] extends "new"
    ? []
    : [row?: SeenRow | undefined];

/** Does one act; each is an event of the ledger. Nothing else in the dashboard writes. */
export async function act<A extends Action>(
  action: A,
  data: ActData<A>,
  ...[row]: RowOf<A>
): Promise<ActAnswer> {
  const body = { action, data, ...(row && { id: row.id, version: row.version }) };
  const answer = await ask(actAnswer, "act", { method: "POST", body });
  if (row?.id === answer.id) row.leftAt(answer.version);
  return answer;
}
