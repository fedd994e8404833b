import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readCctv } from "#lib/registers/cctv/api.ts";
import { openIncidents } from "#lib/registers/holds/open-incidents.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends, parent, untrack }) => {
  depends(signalOf("/cctv"));
  await onlyInUse("/cctv", { parent, untrack });
  const [known, people, incidents] = await Promise.all([readCctv(), allPeople(), openIncidents()]);
  return { known, people, incidents };
};
