import { auditFilters } from "#domain/registers/audits/question";
import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readAudit, readAudits, readSample } from "#lib/registers/audits/api.ts";
import { openIn } from "#lib/registers/open-row.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends(signalOf("/audits"));
  await onlyInUse("/audits", { parent, untrack });
  const { searchParams } = url;
  const filters = auditFilters((name) => searchParams.get(name));
  const after = searchParams.get("before") ?? "";
  const week = /^\d{4}-\d\d-\d\d$/.exec(searchParams.get("week") ?? "")?.[0] ?? "";
  const open = openIn(searchParams);
  const [list, sample, people, file] = await Promise.all([
    readAudits(filters, after),
    readSample(week),
    allPeople(),
    open === "" ? undefined : readAudit(open),
  ]);
  return { filters, list, sample, people, file, week, first: after === "" };
};
