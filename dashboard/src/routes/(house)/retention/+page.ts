import { retentionShows } from "#domain/registers/retention/rows";
import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readRecord, readRetention } from "#lib/registers/retention/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends(signalOf("/retention"));
  await onlyInUse("/retention", { parent, untrack });
  const asked = (name: string): string => url.searchParams.get(name) ?? "";
  const show = retentionShows.find((one) => one === asked("show")) ?? "due";
  const filters = { show, class: asked("class"), month: asked("month") };
  const after = asked("after");
  const open = asked("open");
  const [people, answer, linked] = await Promise.all([
    allPeople(),
    readRetention(filters, after),
    /^[a-z0-9]{15}$/.test(open) ? readRecord(open) : undefined,
  ]);
  return { people, answer, linked, filters, after, open };
};
