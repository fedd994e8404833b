import { disclosureRow } from "#domain/registers/disclosures/disclosure-row";
import { registerLoad } from "#lib/register-load.ts";
import { standingHolds } from "#lib/registers/holds/standing-holds.ts";
import type { PageLoad } from "./$types";

const names = ["receiver", "outcome", "register", "hold", "id"];
const listed = registerLoad("/disclosures", "disclosures", disclosureRow, names);

export const load: PageLoad = async (event) => {
  const { list, first, people, filters } = await listed(event);
  const hold = filters.hold ?? "";
  const holds = await standingHolds(hold);
  return { list, first, people, filters, holds, hold: hold in holds ? hold : "" };
};
