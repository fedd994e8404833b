import { retentionShows } from "#domain/registers/retention/rows";
import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyFor } from "#lib/may.ts";
import { readRecord, readRetention } from "#lib/registers/retention/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends }) => {
  depends(signalOf("/retention"));
  onlyFor("/retention");
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
