import { disclosureRow } from "#domain/registers/disclosures/disclosure-row";
import { registerLoad } from "#lib/register-load.ts";
import type { PageLoad } from "./$types";

const names = ["receiver", "outcome", "register", "hold", "id"];
export const load = registerLoad("/disclosures", "disclosures", disclosureRow, names) satisfies PageLoad;
