import { type MapFilter, type MapRow, mapAnswer, mapPageMost } from "#domain/registers/policy-map/map";
import { ask } from "#lib/api/client.ts";

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
