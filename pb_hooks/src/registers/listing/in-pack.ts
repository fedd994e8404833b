import type { CsvValue } from "#domain/base/csv";
import { csvOf } from "#domain/base/csv";
import { nameOf } from "../../people/names.ts";
import type { Packing, PackPart } from "../register.ts";
import type { RegisterList } from "./register-list.ts";

/** A list as a file of an evidence pack: all its rows, in its columns. */
export function listsInPack(
  { tx, person, to }: Packing,
  folder: { readonly name: `${string}/`; readonly holds: string },
  lists: readonly RegisterList[],
): PackPart {
  const listing = { app: tx, person, today: to };
  const files = lists.map((list) => {
    const rows: CsvValue[][] = [];
    const names = (id: string) => (id === "" ? "" : nameOf(tx, id));
    for (const some of list.csvPages(listing, { filters: {}, before: "", limit: 500 }, names))
      rows.push(...some);
    return { path: `${folder.name}${list.key}.csv`, rows, text: csvOf([list.headings(listing), ...rows]) };
  });
  return {
    folders: [folder],
    files: files.map(({ path, text }) => ({ path, text })),
    rows: files.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}
