import { allPeople } from "#lib/api/people.ts";
import { readSmtp } from "#lib/api/smtp.ts";
import { onlyFor } from "#lib/may.ts";
import { readExactList } from "#lib/settings/exact/api.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends("chaperone:settings");
  onlyFor("/settings");
  // Only the lead sets how mail goes out, and decides on a list of patients.
  const lead = session.is("dpo");
  const [people, smtp, exact] = await Promise.all([
    allPeople(),
    lead ? readSmtp() : undefined,
    lead ? readExactList() : undefined,
  ]);
  return { people, smtp, exact };
};
