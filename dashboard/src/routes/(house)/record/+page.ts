import { signalOf } from "#lib/list-load.ts";
import { onlyFor } from "#lib/may.ts";
import { readDecisions, releasesOfRecord } from "#lib/registers/consent/api.ts";
import { whoWorksHere } from "#lib/registers/releases/api.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

/** One record: what its patient decided, and whom they let us tell. */
export const load: PageLoad = async ({ url, depends }) => {
  depends(signalOf("/record"));
  onlyFor("/record");
  const record = {
    recordRef: url.searchParams.get("ref") ?? "",
    system: url.searchParams.get("system") ?? "",
  };
  if (record.recordRef === "" || record.system === "")
    return { record, answer: undefined, releases: [], today: "", people: [] };
  const list = session.is("manager", "dpo", "auditor") ? releasesOfRecord(record.recordRef) : undefined;
  const [answer, releases, people] = await Promise.all([
    readDecisions(record.recordRef, record.system),
    list,
    session.person?.scope === "case" ? [] : whoWorksHere(),
  ]);
  const rows = releases?.rows.filter(({ system }) => system === record.system) ?? [];
  return { record, answer, releases: rows, today: answer.today, people };
};
