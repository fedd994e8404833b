import { askRow } from "#domain/registers/releases/ask-row";
import { registerLoad } from "#lib/register-load.ts";

export const load = registerLoad("/releases/asked", "release-asks", askRow, ["refused", "user", "id"]);
