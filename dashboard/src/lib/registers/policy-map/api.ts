import * as z from "zod/mini";
import { checkRow } from "#domain/registers/policy-map/check-row";
import {
  type MapFilter,
  type MapRow,
  mapAnswer,
  mapPageMost,
  mapRow,
} from "#domain/registers/policy-map/map";
import { ask, download } from "#lib/api/client.ts";
import { readList } from "#lib/api/list.ts";

export type MapQuestion = {
  readonly version?: string | undefined;
  readonly state?: MapFilter | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
};

/** How a version of the policy stands, with one page of its sentences. */
export const readMap = (question: MapQuestion) => ask(mapAnswer, "policy-map", { query: question });

/** Every sentence of a version, in its order. */
export async function readWholeMap(version: string, state?: MapFilter | undefined): Promise<MapRow[]> {
  const rows: MapRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await readMap({ version, state, after, limit: mapPageMost });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = String(page.next);
  }
}

/** The same for a file that is taken away, or shown to an inspector: an export, which is on the record. */
export const takeWholeMap = async (version: string): Promise<MapRow[]> =>
  (await ask(z.object({ rows: z.array(mapRow) }), "policy-map", { query: { version, format: "paper" } }))
    .rows;

/** CSV of what the filter shows, made by the server and recorded as an export. */
export const exportMap = (version: string, state: MapFilter | undefined, name: string) =>
  download("policy-map", { version, ...(state && { state }), format: "csv" }, name);

/** Every look at a sentence that people keep, the newest first; a hundred of them. */
export const readLooks = (claim: string) => readList(checkRow, "policy-checks", { claim, limit: "100" });
