import { signalOf } from "#lib/list-load.ts";
import { onlyFor } from "#lib/may.ts";
import { actionsOf } from "#lib/registers/actions/api.ts";
import { readDecisions } from "#lib/registers/consent/api.ts";
import { recordAt } from "#lib/registers/consent/record-page.ts";
import { whoWorksHere } from "#lib/registers/releases/api.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

/** One record: what its patient decided, whom they let us tell, who looked, and what waits for an answer. */
export const load: PageLoad = async ({ url, depends }) => {
  depends(signalOf("/record"));
  onlyFor("/record");
  const record = recordAt(url.searchParams);
  const [answer, people] = await Promise.all([
    record && readDecisions(record.recordRef, record.system),
    record && session.person?.scope !== "case" ? whoWorksHere() : [],
  ]);
  const decided = answer?.rows.map(({ id }) => id) ?? [];
  const actions = await actionsOf("consents", ...decided);
  return { record: record ?? { recordRef: "", system: "" }, answer, people, actions };
};
