import { holdRow } from "#domain/registers/holds/hold-row";
import { registerLoad } from "#lib/register-load.ts";
import { openIncidents } from "#lib/registers/holds/open-incidents.ts";
import type { PageLoad } from "./$types";

const read = registerLoad("/holds", "holds", holdRow, ["state", "purpose", "register", "id"]);

export const load: PageLoad = async (event) => {
  const [page, incidents] = await Promise.all([read(event), openIncidents()]);
  return { ...page, incidents };
};
