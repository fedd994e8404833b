import { endingShown } from "#domain/ledger/log-query";
import { filtersOf } from "./log-filters.ts";
import { handleOf } from "./record-handles.ts";

/** Parts of the log’s address that name a record. */
const names = ["record", "ending"] as const;

/**
 * Where an address that somebody typed or kept names a record, the same with a handle of this tab in its place; undefined
 * where it names none. What stands behind `#` no browser sends: `/log#record=1000400` is not known to any server.
 */
export function withHandles({
  pathname,
  search,
  hash,
}: Pick<URL, "pathname" | "search" | "hash">): string | undefined {
  const asked = new URLSearchParams(search);
  const behindSign = new URLSearchParams(hash.slice(1));
  let changed = false;
  for (const name of names) {
    const typed = behindSign.get(name) ?? asked.get(name) ?? "";
    if (typed === "" || typed.startsWith("~")) continue;
    const value = filtersOf(new URLSearchParams({ [name]: typed }))[name];
    if (value === "" || (name === "ending" && value.length <= endingShown)) continue;
    asked.set(name, handleOf(value));
    changed = true;
  }
  return changed ? `${pathname}?${asked}` : undefined;
}
