import { releaseRow } from "#domain/registers/releases/release-row";
import { registerLoad } from "#lib/register-load.ts";

export const load = registerLoad("/releases", "releases", releaseRow, ["state", "relation", "id"]);
