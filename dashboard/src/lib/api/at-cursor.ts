import { Problem } from "./problem.ts";

/**
 * Reads a page of a list at its cursor. One that serves no more, of another day's filter or another person, leads to the
 * first page.
 *
 * @returns the page, and whether it is the first.
 */
export async function atCursor<Page>(
  before: string | undefined,
  read: (before: string | undefined) => Promise<Page>,
): Promise<readonly [Page, boolean]> {
  if (before === undefined) return [await read(undefined), true];
  try {
    return [await read(before), false];
  } catch (thrown) {
    if (!(thrown instanceof Problem && thrown.fields.before !== undefined)) throw thrown;
    return [await read(undefined), true];
  }
}
