import { shareRow } from "#domain/registers/disclosures/share";
import { registerLoad } from "#lib/register-load.ts";

export const load = registerLoad("/share/asked", "shares", shareRow, ["state", "verdict", "id"]);
