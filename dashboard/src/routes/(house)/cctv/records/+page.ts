import { atCursor } from "#lib/api/at-cursor.ts";
import { readList } from "#lib/api/list.ts";
import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { recordListOf, rowOf } from "#lib/registers/cctv/record-lists.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends(signalOf("/cctv/records"));
  await onlyInUse("/cctv/records", { parent, untrack });
  const list = recordListOf(url.searchParams.get("list"));
  const before = url.searchParams.get("before") ?? undefined;
  const [[page, first], people] = await Promise.all([
    atCursor(before, (at) => readList(rowOf(list), list, { before: at })),
    allPeople(),
  ]);
  return { list: page, of: list, first, people, filters: { list } };
};
