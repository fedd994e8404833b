import type * as z from "zod/mini";
import { type ListQuery, readList } from "#lib/api/list.ts";

const page = "200";

/**
 * The newest rows of a list, page by page, until one is too old or there are enough.
 *
 * @param most - Rows at most; one more is read, so that whoever prints them knows that there were more.
 * @param fits - Whether a row is young enough: the first that is not ends it.
 */
export async function readNewest<Row extends z.ZodMiniType>(
  row: Row,
  of: string,
  query: ListQuery,
  most: number,
  fits: (row: z.infer<Row>) => boolean = () => true,
): Promise<z.infer<Row>[]> {
  const found: z.infer<Row>[] = [];
  let before: string | undefined;
  while (found.length <= most) {
    const { rows, next } = await readList(row, of, { ...query, before, limit: page });
    const old = rows.findIndex((one) => !fits(one));
    found.push(...(old < 0 ? rows : rows.slice(0, old)));
    if (old >= 0 || next === null) break;
    before = next;
  }
  return found.slice(0, most + 1);
}
