import type * as z from "zod/mini";
import { atCursor } from "#lib/api/at-cursor.ts";
import { readList } from "#lib/api/list.ts";
import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyFor, type PageName } from "#lib/may.ts";

/** A filter of a list as its page offers it: its name in the address, and its values in words. */
export type ListChip = {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly words: Readonly<Record<string, string>>;
};

/** The filters that an address names, by their names in it. */
export const filtersIn = (
  parameters: { get(name: string): string | null },
  names: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name) ?? ""]] : [])),
  );

/** An address with these filters; '' leaves one out. */
export function addressOf(path: string, filters: Readonly<Record<string, string>>, before = ""): string {
  const parameters = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  if (before !== "") parameters.set("before", before);
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/**
 * Loads the page of one list of a register: not for whoever it is closed to; a page of its rows by the filters in the
 * address, and the people whom they name.
 *
 * @param of - Key of the list, as the server knows it.
 */
export const registerLoad =
  <Row extends z.ZodMiniType>(page: PageName, of: string, row: Row, names: readonly string[]) =>
  async ({ url, depends }: { url: URL; depends: (signal: `chaperone:${string}`) => void }) => {
    depends(signalOf(page));
    onlyFor(page);
    const filters = filtersIn(url.searchParams, names);
    const before = url.searchParams.get("before") ?? undefined;
    const [[list, first], people] = await Promise.all([
      atCursor(before, (at) => readList(row, of, { ...filters, before: at })),
      allPeople(),
    ]);
    return { list, first, people, filters };
  };
