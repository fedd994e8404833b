import * as z from "zod/mini";
import { type CanaryField, canaryFields, type Looked } from "#domain/sites/canary";
import { stored } from "../stored.ts";

/** Facts of adapters that pages did not show, and on how many pages since this browser was started. */
const miss = z.object({ adapter: z.string(), field: z.enum(canaryFields), count: z.int() });

const misses = stored("session:misses", z.array(miss), []);

/** A page was looked at: what it showed counts as found from now on. */
export async function countLook(adapter: string, { found, missed }: Looked): Promise<void> {
  if (missed.length === 0 && !(await misses.get()).some((one) => one.adapter === adapter)) return;
  await misses.change((known) => {
    const of = (field: CanaryField): number =>
      known.find((one) => one.adapter === adapter && one.field === field)?.count ?? 0;
    const others = known.filter(
      (one) => one.adapter !== adapter || !(found.includes(one.field) || missed.includes(one.field)),
    );
    return [...others, ...missed.map((field) => ({ adapter, field, count: Math.min(of(field) + 1, 9_999) }))];
  });
}

/** By adapter. */
export async function missesOf(adapter: string): Promise<{ field: CanaryField; count: number }[]> {
  const known = await misses.get();
  return known.filter((one) => one.adapter === adapter).map(({ field, count }) => ({ field, count }));
}
