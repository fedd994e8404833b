import * as z from "zod/mini";
import type { ActData } from "#domain/acts";
import { ownAnswer, recordAnswer } from "#domain/registers/retention/places";
import {
  type DateForm,
  type ListedRecord,
  listAnswer,
  type RetentionShow,
  retentionAnswer,
} from "#domain/registers/retention/rows";
import { act } from "#lib/api/act.ts";
import { ask } from "#lib/api/client.ts";
import type { SeenRow } from "#lib/state/seen.svelte.ts";

export type { RetentionAnswer, RetentionRow, RetentionShow } from "#domain/registers/retention/rows";

/** What the list is narrowed to, as its address says it. */
export type RetentionFilters = {
  readonly show: RetentionShow;
  readonly class: string;
  readonly month: string;
};

/** One page of records, by the month from which they are due. */
export const readRetention = (
  { show, class: of, month }: RetentionFilters,
  after: string,
  more: object = {},
) =>
  ask(retentionAnswer, "retention", {
    query: { show, class: of || undefined, month: month || undefined, after: after || undefined, ...more },
  });

/** One record by its id, wherever it stands. */
export const readRecord = async (id: string) =>
  (await ask(retentionAnswer, "retention", { query: { show: "all", id } })).rows[0];

/** Where something of a record lies here, and its certificate. */
export const readPlaces = (id: string) => ask(recordAnswer, "retention-record", { query: { id } });

/** What Chaperone itself holds, and what of it would go by a day. */
export const readOwn = (on: string) => ask(ownAnswer, "retention-own", { query: { on } });

const begun = z.object({ list: z.string() });
const send = <Shape extends z.ZodMiniType>(shape: Shape, body: object) =>
  ask(shape, "retention-list", { method: "POST", body });

export const beginList = async (list: { system: string; schedule: string; dates: DateForm; rows: number }) =>
  (await send(begun, { step: "begin", ...list })).list;
export const sendBlock = (list: string, block: number, rows: readonly ListedRecord[]) =>
  send(begun, { step: "rows", list, block, rows });
export const finishList = (list: string, dryRun: boolean) =>
  send(listAnswer, { step: "finish", list, dryRun });

type On<Name extends string> = ActData<`retention_rows.${Name}` & keyof typeof import("#domain/acts").acts>;
export const appraise = (row: SeenRow, data: On<"appraise">) => act("retention_rows.appraise", data, row);
export const keepLonger = (row: SeenRow, data: On<"keep">) => act("retention_rows.keep", data, row);
export const askSecond = (row: SeenRow, data: On<"ask">) => act("retention_rows.ask", data, row);
export const agree = (row: SeenRow) => act("retention_rows.agree", {}, row);
export const decline = (row: SeenRow, data: On<"decline">) => act("retention_rows.decline", data, row);
export const sayDone = (row: SeenRow, data: On<"done">) => act("retention_rows.done", data, row);
export const holdRecord = (row: SeenRow, data: On<"hold">) => act("retention_rows.hold", data, row);
export const undoList = (row: SeenRow, reason: string) => act("retention_lists.undo", { reason }, row);
export const confirmLine = (data: ActData<"retention_lines.confirm">) => act("retention_lines.confirm", data);
